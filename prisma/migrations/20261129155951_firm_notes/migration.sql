-- CreateTable
CREATE TABLE "FirmNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "uscc" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "FirmNote_uscc_fkey" FOREIGN KEY ("uscc") REFERENCES "Firm" ("uscc") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FirmNote_uscc_at_idx" ON "FirmNote"("uscc", "at");

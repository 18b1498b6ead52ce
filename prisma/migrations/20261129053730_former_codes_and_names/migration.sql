-- CreateTable
CREATE TABLE "FormerCode" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "uscc" TEXT NOT NULL,
    "movedAt" DATETIME NOT NULL,
    CONSTRAINT "FormerCode_code_fkey" FOREIGN KEY ("code") REFERENCES "Firm" ("uscc") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FormerCode_uscc_fkey" FOREIGN KEY ("uscc") REFERENCES "Firm" ("uscc") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FormerName" (
    "uscc" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "until" DATETIME NOT NULL,

    PRIMARY KEY ("uscc", "name"),
    CONSTRAINT "FormerName_uscc_fkey" FOREIGN KEY ("uscc") REFERENCES "Firm" ("uscc") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FormerCode_uscc_idx" ON "FormerCode"("uscc");

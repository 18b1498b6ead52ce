-- CreateTable
CREATE TABLE "FirmView" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "holderId" TEXT,
    "madeBy" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "changedBy" TEXT NOT NULL,
    "changedAt" TEXT NOT NULL,
    CONSTRAINT "FirmView_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "FirmView_holderId_idx" ON "FirmView"("holderId");

-- CreateTable
CREATE TABLE "FirmImportChange" (
    "importId" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "enrolled" BOOLEAN NOT NULL,
    "versionBefore" INTEGER,
    "officerBefore" TEXT,
    "state" TEXT NOT NULL DEFAULT 'written',
    "writtenAt" DATETIME NOT NULL,

    PRIMARY KEY ("importId", "uscc"),
    CONSTRAINT "FirmImportChange_importId_fkey" FOREIGN KEY ("importId") REFERENCES "FirmImport" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_FirmImport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "packId" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "cities" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "accepted" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "written" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "undone" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_FirmImport" ("accepted", "by", "changed", "cities", "created", "createdAt", "fileHash", "fileName", "id", "packId", "rejected", "rowCount", "state", "unchanged", "updatedAt", "written") SELECT "accepted", "by", "changed", "cities", "created", "createdAt", "fileHash", "fileName", "id", "packId", "rejected", "rowCount", "state", "unchanged", "updatedAt", "written" FROM "FirmImport";
DROP TABLE "FirmImport";
ALTER TABLE "new_FirmImport" RENAME TO "FirmImport";
CREATE INDEX "FirmImport_packId_createdAt_idx" ON "FirmImport"("packId", "createdAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "FirmImportChange_packId_uscc_idx" ON "FirmImportChange"("packId", "uscc");

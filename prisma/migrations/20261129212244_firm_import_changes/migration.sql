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

-- CreateIndex
CREATE INDEX "FirmImportChange_packId_uscc_idx" ON "FirmImportChange"("packId", "uscc");

-- CreateTable
CREATE TABLE "FirmListing" (
    "packId" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "listed" BOOLEAN NOT NULL,
    "priorYearExportCents" BIGINT,
    "exportYear" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("packId", "uscc"),
    CONSTRAINT "FirmListing_uscc_fkey" FOREIGN KEY ("uscc") REFERENCES "Firm" ("uscc") ON DELETE CASCADE ON UPDATE CASCADE
);

-- What was in one column goes over. A firm on a list has that list's value.
INSERT INTO "FirmListing" ("packId", "uscc", "listed", "priorYearExportCents", "exportYear", "createdAt", "updatedAt")
SELECT "listedInPack", "uscc", TRUE, "priorYearExportCents", "exportYear", "createdAt", "updatedAt" FROM "Firm"
WHERE "listedInPack" IS NOT NULL;

-- One that was enrolled and is on no list now left that list. One that is on another list stands on both: an import for the
-- next year took it off this one by mistake, and overwrote its value.
INSERT INTO "FirmListing" ("packId", "uscc", "listed", "priorYearExportCents", "exportYear", "createdAt", "updatedAt")
SELECT e."packId", f."uscc", f."listedInPack" IS NOT NULL,
  CASE WHEN f."listedInPack" IS NULL THEN f."priorYearExportCents" END,
  CASE WHEN f."listedInPack" IS NULL THEN f."exportYear" END,
  f."createdAt", f."updatedAt"
FROM "Enrollment" e JOIN "Firm" f ON f."uscc" = e."uscc"
WHERE f."listedInPack" IS NULL OR f."listedInPack" <> e."packId";

-- One that a list names as not on it came with the pack of all others.
INSERT INTO "FirmListing" ("packId", "uscc", "listed", "priorYearExportCents", "exportYear", "createdAt", "updatedAt")
SELECT p."packId", f."uscc", FALSE, f."priorYearExportCents", f."exportYear", f."createdAt", f."updatedAt"
FROM "Firm" f
JOIN (SELECT "packId" FROM "FirmListing" GROUP BY "packId" ORDER BY COUNT(*) DESC, "packId" LIMIT 1) p
WHERE NOT EXISTS (SELECT 1 FROM "FirmListing" l WHERE l."uscc" = f."uscc");

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Firm" (
    "uscc" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "contactName" TEXT,
    "contactPhone" TEXT,
    "sample" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);
INSERT INTO "new_Firm" ("city", "contactName", "contactPhone", "createdAt", "name", "sample", "updatedAt", "uscc") SELECT "city", "contactName", "contactPhone", "createdAt", "name", "sample", "updatedAt", "uscc" FROM "Firm";
DROP TABLE "Firm";
ALTER TABLE "new_Firm" RENAME TO "Firm";
CREATE INDEX "Firm_city_uscc_idx" ON "Firm"("city", "uscc");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "FirmListing_uscc_updatedAt_idx" ON "FirmListing"("uscc", "updatedAt");

-- CreateIndex
CREATE INDEX "FirmListing_packId_listed_uscc_idx" ON "FirmListing"("packId", "listed", "uscc");

-- AlterTable
ALTER TABLE "Enrollment" ADD COLUMN "changedAt" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Firm" ADD COLUMN "initials" TEXT NOT NULL DEFAULT '';

-- What a snapshot says, in a column: instants in UTC compare as text. The initials are filled in by the program.
UPDATE "Enrollment" SET "changedAt" = max(coalesce(json_extract("snapshot", '$.officialSince'), ''), coalesce(json_extract("snapshot", '$.reportedAt'), ''));

-- CreateIndex
CREATE INDEX "Enrollment_packId_changedAt_idx" ON "Enrollment"("packId", "changedAt");

-- CreateIndex
CREATE INDEX "Firm_initials_idx" ON "Firm"("initials");

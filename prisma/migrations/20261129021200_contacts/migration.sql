-- Columns are added, not tables made anew: nothing that refers to them is touched.
ALTER TABLE "Firm" ADD COLUMN "officerId" TEXT REFERENCES "Staff" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "FirmLink" ADD COLUMN "primary" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "FirmLink" ADD COLUMN "remindersStopped" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "FirmLink" ADD COLUMN "snoozedUntil" TEXT;
ALTER TABLE "Identity" ADD COLUMN "chosenLocale" TEXT;
ALTER TABLE "Identity" ADD COLUMN "personId" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Identity" ADD COLUMN "preference" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Staff" ADD COLUMN "cities" TEXT;
ALTER TABLE "Notification" ADD COLUMN "collected" BOOLEAN NOT NULL DEFAULT false;

-- Everybody is a person of its own until joined.
UPDATE "Identity" SET "personId" = "id";

CREATE INDEX "Identity_personId_idx" ON "Identity"("personId");
CREATE INDEX "Notification_identityId_collected_state_idx" ON "Notification"("identityId", "collected", "state");

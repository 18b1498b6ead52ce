-- Columns are added in place: a table that is rebuilt would take its outcomes along, where foreign keys are on.
ALTER TABLE "Campaign" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'reminder';
ALTER TABLE "Campaign" ADD COLUMN "options" TEXT NOT NULL DEFAULT '{}';
ALTER TABLE "Campaign" ADD COLUMN "text" TEXT;
ALTER TABLE "Campaign" ADD COLUMN "startedAt" DATETIME;
ALTER TABLE "Campaign" ADD COLUMN "endedAt" DATETIME;

-- CreateTable
CREATE TABLE "CampaignHold" (
    "enrollmentId" TEXT NOT NULL PRIMARY KEY,
    "campaignId" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CampaignHold_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- DropIndex
DROP INDEX "CampaignOutcome_campaignId_outcome_idx";

-- CreateIndex
CREATE INDEX "Campaign_packId_createdAt_idx" ON "Campaign"("packId", "createdAt");

-- CreateIndex
CREATE INDEX "CampaignHold_campaignId_idx" ON "CampaignHold"("campaignId");

-- CreateIndex
CREATE INDEX "CampaignOutcome_campaignId_outcome_enrollmentId_idx" ON "CampaignOutcome"("campaignId", "outcome", "enrollmentId");

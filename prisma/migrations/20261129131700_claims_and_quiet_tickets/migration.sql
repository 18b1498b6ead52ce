-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN "onceKey" TEXT;

-- AlterTable
ALTER TABLE "QuestionAsk" ADD COLUMN "claimedUntil" DATETIME;

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN "answeredAt" TEXT;

-- AlterTable
ALTER TABLE "TicketDelivery" ADD COLUMN "changedAt" DATETIME;
ALTER TABLE "TicketDelivery" ADD COLUMN "claimedUntil" DATETIME;

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_onceKey_key" ON "AuditEntry"("onceKey");

-- CreateIndex
CREATE INDEX "Ticket_answeredAt_idx" ON "Ticket"("answeredAt");

-- Since when it is at least: what was answered before this is as old as its first answer.
UPDATE "Ticket" SET "answeredAt" = "firstAnsweredAt" WHERE "state" = 'waitingAsker';

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

-- When it was answered last is not known: none of them is closed as quiet sooner than it would be from now on.
UPDATE "Ticket" SET "answeredAt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE "state" = 'waitingAsker';

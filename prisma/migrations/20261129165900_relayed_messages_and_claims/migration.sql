-- AlterTable
ALTER TABLE "InboundUpdate" ADD COLUMN "claimedBy" TEXT;
ALTER TABLE "InboundUpdate" ADD COLUMN "claimedUntil" DATETIME;

-- AlterTable
ALTER TABLE "TicketDelivery" ADD COLUMN "claimedBy" TEXT;

-- CreateTable
CREATE TABLE "RelayedMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "channel" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "outcome" TEXT,
    "beginBefore" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "GivenChoices" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "channel" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "toUserId" TEXT,
    "choices" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateIndex
CREATE INDEX "RelayedMessage_channel_state_id_idx" ON "RelayedMessage"("channel", "state", "id");

-- CreateIndex
CREATE INDEX "RelayedMessage_createdAt_idx" ON "RelayedMessage"("createdAt");

-- CreateIndex
CREATE INDEX "GivenChoices_channel_chatId_id_idx" ON "GivenChoices"("channel", "chatId", "id");

-- CreateIndex
CREATE INDEX "GivenChoices_at_idx" ON "GivenChoices"("at");

-- CreateTable
CREATE TABLE "Ticket" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "packId" TEXT NOT NULL,
    "askerId" TEXT NOT NULL,
    "openKey" TEXT,
    "staffId" TEXT,
    "locale" TEXT NOT NULL,
    "matter" TEXT,
    "groupChatId" TEXT,
    "groupMessageId" TEXT,
    "toldDestination" TEXT,
    "state" TEXT NOT NULL,
    "openedAt" TEXT NOT NULL,
    "waitingSince" TEXT,
    "firstAnsweredAt" TEXT,
    "closedAt" TEXT,
    "rating" INTEGER,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Ticket_askerId_fkey" FOREIGN KEY ("askerId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Ticket_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TicketMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ticketId" INTEGER NOT NULL,
    "eventId" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "staffId" TEXT,
    "text" TEXT NOT NULL,
    "editedAt" TEXT,
    "deskMessageId" TEXT,
    CONSTRAINT "TicketMessage_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TicketDelivery" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "messageId" INTEGER NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "to" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "chatId" TEXT,
    "externalMessageId" TEXT,
    "error" TEXT,
    CONSTRAINT "TicketDelivery_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "TicketMessage" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TicketDelivery_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TicketThread" (
    "ticketId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "chatId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "topic" BOOLEAN NOT NULL,
    CONSTRAINT "TicketThread_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StaffGroup" (
    "channel" TEXT NOT NULL PRIMARY KEY,
    "chatId" TEXT NOT NULL,
    "tiedBy" TEXT NOT NULL,
    "tiedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_openKey_key" ON "Ticket"("openKey");

-- CreateIndex
CREATE INDEX "Ticket_packId_state_updatedAt_idx" ON "Ticket"("packId", "state", "updatedAt");

-- CreateIndex
CREATE INDEX "Ticket_askerId_closedAt_idx" ON "Ticket"("askerId", "closedAt");

-- CreateIndex
CREATE INDEX "Ticket_waitingSince_idx" ON "Ticket"("waitingSince");

-- CreateIndex
CREATE INDEX "Ticket_packId_firstAnsweredAt_idx" ON "Ticket"("packId", "firstAnsweredAt");

-- CreateIndex
CREATE UNIQUE INDEX "TicketMessage_eventId_key" ON "TicketMessage"("eventId");

-- CreateIndex
CREATE INDEX "TicketMessage_ticketId_id_idx" ON "TicketMessage"("ticketId", "id");

-- CreateIndex
CREATE INDEX "TicketMessage_deskMessageId_idx" ON "TicketMessage"("deskMessageId");

-- CreateIndex
CREATE INDEX "TicketDelivery_state_id_idx" ON "TicketDelivery"("state", "id");

-- CreateIndex
CREATE INDEX "TicketDelivery_chatId_externalMessageId_idx" ON "TicketDelivery"("chatId", "externalMessageId");

-- CreateIndex
CREATE INDEX "TicketDelivery_ticketId_idx" ON "TicketDelivery"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "TicketDelivery_messageId_to_key" ON "TicketDelivery"("messageId", "to");

-- CreateIndex
CREATE INDEX "TicketThread_chatId_threadId_idx" ON "TicketThread"("chatId", "threadId");

-- CreateTable
CREATE TABLE "TicketClock" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "no" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "TicketMark" (
    "ticketId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "no" INTEGER NOT NULL,
    CONSTRAINT "TicketMark_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TicketRead" (
    "ticketId" INTEGER NOT NULL,
    "staffId" TEXT NOT NULL,
    "messageId" INTEGER NOT NULL,

    PRIMARY KEY ("ticketId", "staffId"),
    CONSTRAINT "TicketRead_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TicketRead_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CannedReply" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "changedBy" TEXT NOT NULL,
    "changedAt" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "TicketMark_no_idx" ON "TicketMark"("no");

-- CreateIndex
CREATE INDEX "TicketRead_staffId_idx" ON "TicketRead"("staffId");

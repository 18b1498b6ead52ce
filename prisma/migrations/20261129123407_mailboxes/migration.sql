-- CreateTable
CREATE TABLE "Mailbox" (
    "identityId" TEXT NOT NULL PRIMARY KEY,
    "stopToken" TEXT NOT NULL,
    "verifiedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Mailbox_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MailCode" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "identityId" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "address" TEXT,
    "addressHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "MailCode_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Mailbox_stopToken_key" ON "Mailbox"("stopToken");

-- CreateIndex
CREATE UNIQUE INDEX "MailCode_eventId_key" ON "MailCode"("eventId");

-- CreateIndex
CREATE INDEX "MailCode_identityId_idx" ON "MailCode"("identityId");

-- CreateIndex
CREATE INDEX "MailCode_addressHash_idx" ON "MailCode"("addressHash");

-- CreateIndex
CREATE INDEX "MailCode_createdAt_idx" ON "MailCode"("createdAt");

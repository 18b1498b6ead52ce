-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "url" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabledAt" TEXT
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "messageId" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "enrollmentId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TEXT,
    "lastAnswer" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deliveredAt" TEXT,
    CONSTRAINT "WebhookDelivery_endpoint_fkey" FOREIGN KEY ("endpoint") REFERENCES "WebhookEndpoint" ("name") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpoint_state_enrollmentId_seq_idx" ON "WebhookDelivery"("endpoint", "state", "enrollmentId", "seq");

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpoint_state_nextAttemptAt_idx" ON "WebhookDelivery"("endpoint", "state", "nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_endpoint_messageId_key" ON "WebhookDelivery"("endpoint", "messageId");

-- CreateTable
CREATE TABLE "Firm" (
    "uscc" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "priorYearExportCents" BIGINT,
    "exportYear" INTEGER,
    "contactName" TEXT,
    "contactPhone" TEXT,
    "listedInPack" TEXT,
    "sample" BOOLEAN NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Enrollment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "packId" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "officialStatus" TEXT NOT NULL,
    "reportedStep" TEXT,
    "nextReminderAt" TEXT,
    "trial" BOOLEAN NOT NULL,
    "snapshot" TEXT NOT NULL,
    "projectedVersion" INTEGER NOT NULL DEFAULT -1,
    "startedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Enrollment_uscc_fkey" FOREIGN KEY ("uscc") REFERENCES "Firm" ("uscc") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TimelineEntry" (
    "enrollmentId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "event" TEXT NOT NULL,

    PRIMARY KEY ("enrollmentId", "seq"),
    CONSTRAINT "TimelineEntry_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Identity" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "channel" TEXT NOT NULL,
    "externalUserId" TEXT NOT NULL,
    "privateChatId" TEXT,
    "locale" TEXT NOT NULL,
    "blocked" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "FirmLink" (
    "identityId" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "linkedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("identityId", "uscc"),
    CONSTRAINT "FirmLink_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "FirmLink_uscc_fkey" FOREIGN KEY ("uscc") REFERENCES "Firm" ("uscc") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Staff" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "identityId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Staff_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OneTimeCode" (
    "codeHash" TEXT NOT NULL PRIMARY KEY,
    "uscc" TEXT,
    "staffId" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "usedAt" DATETIME,
    "usedBy" TEXT,
    "endedAt" DATETIME,
    CONSTRAINT "OneTimeCode_uscc_fkey" FOREIGN KEY ("uscc") REFERENCES "Firm" ("uscc") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "OneTimeCode_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "WrongCode" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "identityId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "WrongCode_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "enrollmentId" TEXT NOT NULL,
    "identityId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "externalMessageId" TEXT,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "InboundUpdate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "channel" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Conversation" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "state" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ChatMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "identityId" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "dedupeKey" TEXT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ChatMessage_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "packId" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "requestedBy" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "progressChannel" TEXT,
    "progressChatId" TEXT,
    "progressMessageId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "CampaignOutcome" (
    "campaignId" TEXT NOT NULL,
    "enrollmentId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("campaignId", "enrollmentId"),
    CONSTRAINT "CampaignOutcome_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT
);

-- CreateIndex
CREATE INDEX "Firm_city_uscc_idx" ON "Firm"("city", "uscc");

-- CreateIndex
CREATE INDEX "Firm_listedInPack_uscc_idx" ON "Firm"("listedInPack", "uscc");

-- CreateIndex
CREATE INDEX "Enrollment_uscc_idx" ON "Enrollment"("uscc");

-- CreateIndex
CREATE INDEX "Enrollment_packId_city_officialStatus_reportedStep_uscc_idx" ON "Enrollment"("packId", "city", "officialStatus", "reportedStep", "uscc");

-- CreateIndex
CREATE INDEX "Enrollment_packId_officialStatus_reportedStep_uscc_idx" ON "Enrollment"("packId", "officialStatus", "reportedStep", "uscc");

-- CreateIndex
CREATE INDEX "Enrollment_packId_reportedStep_uscc_idx" ON "Enrollment"("packId", "reportedStep", "uscc");

-- CreateIndex
CREATE INDEX "Enrollment_startedAt_createdAt_id_idx" ON "Enrollment"("startedAt", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Enrollment_packId_uscc_key" ON "Enrollment"("packId", "uscc");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_channel_externalUserId_key" ON "Identity"("channel", "externalUserId");

-- CreateIndex
CREATE INDEX "FirmLink_uscc_idx" ON "FirmLink"("uscc");

-- CreateIndex
CREATE UNIQUE INDEX "Staff_identityId_key" ON "Staff"("identityId");

-- CreateIndex
CREATE INDEX "OneTimeCode_uscc_idx" ON "OneTimeCode"("uscc");

-- CreateIndex
CREATE INDEX "OneTimeCode_staffId_idx" ON "OneTimeCode"("staffId");

-- CreateIndex
CREATE INDEX "WrongCode_identityId_at_idx" ON "WrongCode"("identityId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_key_key" ON "Notification"("key");

-- CreateIndex
CREATE INDEX "Notification_enrollmentId_createdAt_idx" ON "Notification"("enrollmentId", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_state_idx" ON "Notification"("state");

-- CreateIndex
CREATE INDEX "InboundUpdate_channel_processedAt_id_idx" ON "InboundUpdate"("channel", "processedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InboundUpdate_channel_externalId_key" ON "InboundUpdate"("channel", "externalId");

-- CreateIndex
CREATE INDEX "ChatMessage_identityId_id_idx" ON "ChatMessage"("identityId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ChatMessage_identityId_dedupeKey_key" ON "ChatMessage"("identityId", "dedupeKey");

-- CreateIndex
CREATE INDEX "CampaignOutcome_campaignId_outcome_idx" ON "CampaignOutcome"("campaignId", "outcome");

-- CreateIndex
CREATE INDEX "AuditEntry_target_at_idx" ON "AuditEntry"("target", "at");

-- CreateTable
CREATE TABLE "QuestionGroup" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "packId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "madeOf" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastAskedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" DATETIME,
    "closedBy" TEXT
);

-- CreateTable
CREATE TABLE "QuestionAsk" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "groupId" INTEGER NOT NULL,
    "eventId" TEXT NOT NULL,
    "identityId" TEXT,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "tries" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "QuestionAsk_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "QuestionGroup" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "QuestionAsk_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OfficeAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "packId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "questions" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "groupId" INTEGER,
    "madeAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" DATETIME,
    "revokedBy" TEXT
);

-- CreateIndex
CREATE INDEX "QuestionGroup_packId_state_count_lastAskedAt_idx" ON "QuestionGroup"("packId", "state", "count", "lastAskedAt");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionAsk_eventId_key" ON "QuestionAsk"("eventId");

-- CreateIndex
CREATE INDEX "QuestionAsk_groupId_idx" ON "QuestionAsk"("groupId");

-- CreateIndex
CREATE INDEX "QuestionAsk_identityId_state_idx" ON "QuestionAsk"("identityId", "state");

-- CreateIndex
CREATE INDEX "QuestionAsk_state_id_idx" ON "QuestionAsk"("state", "id");

-- CreateIndex
CREATE INDEX "OfficeAnswer_packId_revokedAt_id_idx" ON "OfficeAnswer"("packId", "revokedAt", "id");

-- CreateTable
CREATE TABLE "GroupChat" (
    "channel" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "packId" TEXT,
    "city" TEXT,
    "announcements" BOOLEAN NOT NULL,
    "present" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("channel", "chatId")
);

-- CreateTable
CREATE TABLE "GivenAnswer" (
    "channel" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "at" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("channel", "chatId", "messageId")
);

-- CreateIndex
CREATE INDEX "GroupChat_present_announcements_idx" ON "GroupChat"("present", "announcements");

-- CreateIndex
CREATE INDEX "GivenAnswer_at_idx" ON "GivenAnswer"("at");

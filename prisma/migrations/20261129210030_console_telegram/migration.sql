-- CreateTable
CREATE TABLE "ConsoleTelegram" (
    "staffId" TEXT NOT NULL PRIMARY KEY,
    "telegramId" TEXT NOT NULL,
    CONSTRAINT "ConsoleTelegram_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "ConsoleAccount" ("staffId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "UsedTelegramLogin" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "expiresAt" DATETIME NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "ConsoleTelegram_telegramId_key" ON "ConsoleTelegram"("telegramId");

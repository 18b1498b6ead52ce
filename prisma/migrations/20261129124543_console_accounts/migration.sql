-- CreateTable
CREATE TABLE "ConsoleAccount" (
    "staffId" TEXT NOT NULL PRIMARY KEY,
    "login" TEXT,
    "passwordHash" TEXT,
    "role" TEXT NOT NULL,
    "cities" TEXT,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ConsoleAccount_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "Staff" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConsoleInvitation" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "ConsoleInvitation_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "ConsoleAccount" ("staffId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConsoleSession" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "browser" TEXT,
    "createdAt" DATETIME NOT NULL,
    "seenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "ConsoleSession_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "ConsoleAccount" ("staffId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ConsoleAccount_login_key" ON "ConsoleAccount"("login");

-- CreateIndex
CREATE INDEX "ConsoleInvitation_staffId_idx" ON "ConsoleInvitation"("staffId");

-- CreateIndex
CREATE UNIQUE INDEX "ConsoleSession_hash_key" ON "ConsoleSession"("hash");

-- CreateIndex
CREATE INDEX "ConsoleSession_staffId_idx" ON "ConsoleSession"("staffId");

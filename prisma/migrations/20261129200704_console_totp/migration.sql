-- CreateTable
CREATE TABLE "ConsoleTotp" (
    "staffId" TEXT NOT NULL PRIMARY KEY,
    "secret" TEXT NOT NULL,
    "on" BOOLEAN NOT NULL DEFAULT false,
    "lastStep" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "ConsoleTotp_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "ConsoleAccount" ("staffId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConsoleRecoveryCode" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    CONSTRAINT "ConsoleRecoveryCode_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "ConsoleTotp" ("staffId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConsolePendingSignIn" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "ConsolePendingSignIn_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "ConsoleAccount" ("staffId") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ConsoleRecoveryCode_staffId_idx" ON "ConsoleRecoveryCode"("staffId");

-- CreateIndex
CREATE INDEX "ConsolePendingSignIn_staffId_idx" ON "ConsolePendingSignIn"("staffId");

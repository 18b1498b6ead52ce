-- CreateTable
CREATE TABLE "PackRevision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "packId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "basedOn" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "shippedHash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PackPublication" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "packId" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "shippedHash" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "reason" TEXT NOT NULL,
    "forced" BOOLEAN NOT NULL
);

-- CreateTable
CREATE TABLE "PackShipped" (
    "packId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    PRIMARY KEY ("packId", "hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "PackRevision_packId_number_key" ON "PackRevision"("packId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "PackPublication_packId_turn_key" ON "PackPublication"("packId", "turn");

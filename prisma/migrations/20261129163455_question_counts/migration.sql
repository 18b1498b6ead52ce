-- CreateTable
CREATE TABLE "QuestionCount" (
    "packId" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "handedOff" INTEGER NOT NULL DEFAULT 0,
    "useless" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("packId", "date", "city")
);

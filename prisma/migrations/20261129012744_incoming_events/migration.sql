-- CreateTable
CREATE TABLE "IncomingEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "source" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "enrollmentId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "occurredFrom" TEXT,
    "occurredTo" TEXT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT 'waiting',
    "refusal" TEXT,
    "receivedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "IncomingEvent_outcome_seq_idx" ON "IncomingEvent"("outcome", "seq");

-- CreateIndex
CREATE INDEX "IncomingEvent_enrollmentId_outcome_occurredFrom_idx" ON "IncomingEvent"("enrollmentId", "outcome", "occurredFrom");

-- CreateIndex
CREATE UNIQUE INDEX "IncomingEvent_source_eventId_key" ON "IncomingEvent"("source", "eventId");

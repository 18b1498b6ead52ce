-- CreateTable
CREATE TABLE "Renewal" (
    "packId" TEXT NOT NULL PRIMARY KEY,
    "nextPackId" TEXT NOT NULL,
    "openedAt" DATETIME NOT NULL,
    "openedBy" TEXT NOT NULL,
    "listCompleteAt" DATETIME
);

-- CreateTable
CREATE TABLE "RenewalOutcome" (
    "enrollmentId" TEXT NOT NULL PRIMARY KEY,
    "packId" TEXT NOT NULL,
    "uscc" TEXT NOT NULL,
    "nextPackId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "codes" TEXT NOT NULL,
    "due" BOOLEAN NOT NULL,
    "judgedAt" DATETIME NOT NULL,
    CONSTRAINT "RenewalOutcome_enrollmentId_fkey" FOREIGN KEY ("enrollmentId") REFERENCES "Enrollment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RenewalOutcome_packId_due_uscc_idx" ON "RenewalOutcome"("packId", "due", "uscc");

-- CreateIndex
CREATE INDEX "RenewalOutcome_packId_outcome_codes_idx" ON "RenewalOutcome"("packId", "outcome", "codes");

-- CreateIndex
CREATE INDEX "RenewalOutcome_nextPackId_uscc_idx" ON "RenewalOutcome"("nextPackId", "uscc");

ALTER TABLE "OneTimeCode" ADD COLUMN "identityId" TEXT REFERENCES "Identity" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "OneTimeCode_identityId_idx" ON "OneTimeCode"("identityId");

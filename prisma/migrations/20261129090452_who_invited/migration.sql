-- AlterTable
ALTER TABLE "FirmLink" ADD COLUMN "invitedBy" TEXT;

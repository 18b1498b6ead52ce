-- AlterTable
ALTER TABLE "TimelineEntry" ADD COLUMN "eventId" TEXT;

-- AlterTable
ALTER TABLE "OfficeAnswer" ADD COLUMN "otherPackId" TEXT;

-- AlterTable
ALTER TABLE "QuestionGroup" ADD COLUMN "otherPackId" TEXT;

-- AlterEnum
ALTER TYPE "ImportKind" ADD VALUE 'copy';

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "archivedAt" TIMESTAMP(3);

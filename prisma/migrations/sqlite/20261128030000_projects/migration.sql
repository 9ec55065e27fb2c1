-- AlterTable
ALTER TABLE "Project" ADD COLUMN "archivedAt" DATETIME;

-- AlterTable
ALTER TABLE "ImportFile" ADD COLUMN     "documents" INTEGER,
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

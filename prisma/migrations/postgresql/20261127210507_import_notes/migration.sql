-- AlterTable
ALTER TABLE "ImportFile" ADD COLUMN     "note" TEXT;

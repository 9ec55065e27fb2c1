-- AlterTable
ALTER TABLE "Import" ADD COLUMN     "preview" JSONB,
ADD COLUMN     "tries" INTEGER NOT NULL DEFAULT 0;

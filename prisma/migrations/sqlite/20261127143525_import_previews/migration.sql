-- AlterTable
-- By hand: SQLite adds columns without a copy of the table.
ALTER TABLE "Import" ADD COLUMN "preview" JSONB;
ALTER TABLE "Import" ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0;

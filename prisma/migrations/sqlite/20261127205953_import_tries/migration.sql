-- Columns are added in place: the files of an import that waits may be large.
ALTER TABLE "ImportFile" ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ImportFile" ADD COLUMN "documents" INTEGER;

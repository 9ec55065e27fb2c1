-- Columns are added in place: the files of an import that waits may be large.
ALTER TABLE "ImportFile" ADD COLUMN "tries" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ImportFile" ADD COLUMN "documents" INTEGER;

-- CreateTable
CREATE TABLE "ImportPiece" (
    "fileId" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,

    PRIMARY KEY ("fileId", "at"),
    CONSTRAINT "ImportPiece_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "ImportFile" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- DropIndex
DROP INDEX "Annotation_requestKey_key";

-- AlterTable
ALTER TABLE "Annotation" DROP COLUMN "requestKey";

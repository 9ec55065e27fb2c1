-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "checkScore" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "leastSureness" DOUBLE PRECISION,
ADD COLUMN     "suggestedTags" TEXT;

-- CreateIndex
CREATE INDEX "Annotation_projectId_checkScore_id_idx" ON "Annotation"("projectId", "checkScore", "id");

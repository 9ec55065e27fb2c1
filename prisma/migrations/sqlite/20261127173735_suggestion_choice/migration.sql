-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN "checkScore" REAL;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN "leastSureness" REAL;
ALTER TABLE "Membership" ADD COLUMN "suggestedTags" TEXT;

-- CreateIndex
CREATE INDEX "Annotation_projectId_checkScore_id_idx" ON "Annotation"("projectId", "checkScore", "id");

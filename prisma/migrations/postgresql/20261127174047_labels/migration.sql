-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "labels" TEXT;

-- CreateIndex
CREATE INDEX "Article_projectId_deletedAt_labels_idx" ON "Article"("projectId", "deletedAt", "labels");

-- CreateIndex
CREATE INDEX "Article_totals" ON "Article"("projectId", "deletedAt", "codedCount", "sentenceCount", "claimCount", "quoteCount", "statisticCount", "id");

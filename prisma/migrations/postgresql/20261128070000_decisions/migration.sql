-- AlterTable
ALTER TABLE "Coding" ADD COLUMN     "caseCount" INTEGER,
ADD COLUMN     "decidedCount" INTEGER;

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sources" JSONB NOT NULL,
    "results" JSONB NOT NULL,
    "annotatorId" TEXT NOT NULL,
    "isStale" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Decision_articleId_deletedAt_idx" ON "Decision"("articleId", "deletedAt");

-- AlterTable
ALTER TABLE "Coding" ADD COLUMN "caseCount" INTEGER;
ALTER TABLE "Coding" ADD COLUMN "decidedCount" INTEGER;

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sources" JSONB NOT NULL,
    "results" JSONB NOT NULL,
    "annotatorId" TEXT NOT NULL,
    "isStale" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Decision_articleId_deletedAt_idx" ON "Decision"("articleId", "deletedAt");

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "hasComments" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "hidesCoders" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "annotationId" TEXT,
    "sentence" INTEGER,
    "parentId" TEXT,
    "annotatorId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "mentions" TEXT,
    "resolvedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMP(3),
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Comment_articleId_lane_id_idx" ON "Comment"("articleId", "lane", "id");

-- CreateIndex
CREATE INDEX "Comment_projectId_lane_resolvedAt_id_idx" ON "Comment"("projectId", "lane", "resolvedAt", "id");

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

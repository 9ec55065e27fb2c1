-- AlterTable
ALTER TABLE "Coding" ADD COLUMN     "hasLinks" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Link" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("fromId","toId","kind")
);

-- CreateIndex
CREATE INDEX "Link_articleId_lane_idx" ON "Link"("articleId", "lane");

-- CreateIndex
CREATE INDEX "Link_toId_idx" ON "Link"("toId");

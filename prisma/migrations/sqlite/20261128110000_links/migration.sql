-- CreateTable
CREATE TABLE "Link" (
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("fromId", "toId", "kind")
);

-- AlterTable
ALTER TABLE "Coding" ADD COLUMN "hasLinks" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Link_articleId_lane_idx" ON "Link"("articleId", "lane");

-- CreateIndex
CREATE INDEX "Link_toId_idx" ON "Link"("toId");

-- What is done to the assignments of many articles at once, and undone as one.
CREATE TABLE "AssignmentBatch" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "annotatorId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "articles" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "given" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "AssignmentBatch_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "AssignmentBatch_projectId_createdAt_id_idx" ON "AssignmentBatch"("projectId", "createdAt", "id");
ALTER TABLE "Coding" ADD COLUMN "assignmentId" TEXT;
ALTER TABLE "Article" ADD COLUMN "seats" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Project" ADD COLUMN "staleAfterDays" INTEGER;

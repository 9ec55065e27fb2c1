-- DropIndex
DROP INDEX "Event_projectId_userId_state_id_idx";

-- DropIndex
DROP INDEX "Event_articleId_userId_state_id_idx";

-- CreateIndex
CREATE INDEX "Event_projectId_articleId_userId_state_id_idx" ON "Event"("projectId", "articleId", "userId", "state", "id");

-- CreateIndex
CREATE INDEX "Event_step_idx" ON "Event"("step");

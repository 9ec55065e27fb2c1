-- CreateTable
CREATE TABLE "Project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "suggestions" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "trimSelections" BOOLEAN NOT NULL DEFAULT true,
    "suggestions" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "Membership" (
    "projectId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    PRIMARY KEY ("userId", "projectId"),
    CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "byline" TEXT,
    "publication" TEXT,
    "published" TEXT,
    "url" TEXT,
    "language" TEXT,
    "textHash" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "sentenceCount" INTEGER NOT NULL,
    "codedCount" INTEGER NOT NULL DEFAULT 0,
    "claimCount" INTEGER NOT NULL DEFAULT 0,
    "quoteCount" INTEGER NOT NULL DEFAULT 0,
    "statisticCount" INTEGER NOT NULL DEFAULT 0,
    "longestHull" INTEGER NOT NULL DEFAULT 0,
    "createdById" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    CONSTRAINT "Article_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ArticleText" (
    "articleId" TEXT NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "sentences" JSONB NOT NULL,
    "searchText" TEXT NOT NULL,
    CONSTRAINT "ArticleText_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Annotation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "parts" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "speaker" TEXT,
    "cue" TEXT,
    "quoteType" TEXT,
    "value" REAL,
    "valueMax" REAL,
    "comparator" TEXT,
    "unit" TEXT,
    "subject" TEXT,
    "checkWorthiness" TEXT,
    "confidence" TEXT,
    "note" TEXT,
    "origin" TEXT NOT NULL DEFAULT 'manual',
    "searchText" TEXT NOT NULL,
    "requestKey" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    "deletedAt" DATETIME,
    CONSTRAINT "Annotation_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SentenceMark" (
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "sentence" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("articleId", "sentence", "userId")
);

-- CreateTable
CREATE TABLE "Dismissal" (
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "parts" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("articleId", "userId", "tag", "parts")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "state" TEXT NOT NULL DEFAULT 'done',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateIndex
CREATE UNIQUE INDEX "Project_slug_key" ON "Project"("slug");

-- CreateIndex
CREATE INDEX "Membership_projectId_idx" ON "Membership"("projectId");

-- CreateIndex
CREATE INDEX "Article_projectId_deletedAt_id_idx" ON "Article"("projectId", "deletedAt", "id");

-- CreateIndex
CREATE INDEX "Article_projectId_deletedAt_title_id_idx" ON "Article"("projectId", "deletedAt", "title", "id");

-- CreateIndex
CREATE INDEX "Article_projectId_deletedAt_published_id_idx" ON "Article"("projectId", "deletedAt", "published", "id");

-- CreateIndex
CREATE INDEX "Article_projectId_deletedAt_updatedAt_id_idx" ON "Article"("projectId", "deletedAt", "updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Article_projectId_textHash_key" ON "Article"("projectId", "textHash");

-- CreateIndex
CREATE UNIQUE INDEX "Annotation_requestKey_key" ON "Annotation"("requestKey");

-- CreateIndex
CREATE INDEX "Annotation_articleId_start_id_idx" ON "Annotation"("articleId", "start", "id");

-- CreateIndex
CREATE INDEX "Annotation_projectId_articleId_start_id_idx" ON "Annotation"("projectId", "articleId", "start", "id");

-- CreateIndex
CREATE INDEX "Annotation_projectId_tag_articleId_start_id_idx" ON "Annotation"("projectId", "tag", "articleId", "start", "id");

-- CreateIndex
CREATE INDEX "Annotation_projectId_userId_articleId_start_id_idx" ON "Annotation"("projectId", "userId", "articleId", "start", "id");

-- CreateIndex
CREATE INDEX "Annotation_projectId_speaker_id_idx" ON "Annotation"("projectId", "speaker", "id");

-- CreateIndex
CREATE INDEX "Annotation_projectId_updatedAt_id_idx" ON "Annotation"("projectId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "Event_articleId_userId_state_id_idx" ON "Event"("articleId", "userId", "state", "id");

-- CreateIndex
CREATE INDEX "Event_projectId_userId_state_id_idx" ON "Event"("projectId", "userId", "state", "id");

-- CreateIndex
CREATE INDEX "Event_subjectId_id_idx" ON "Event"("subjectId", "id");

-- A coding stands between an article and its annotations. Written by hand: columns are renamed and added, and
-- "Annotation" and "Event", which are large, are not rebuilt.

ALTER TABLE "User" RENAME TO "Account";

-- A person is an annotator in each of their projects; only the one of the desk can have an account.
CREATE TABLE "Annotator" (
    "projectId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "accountId" TEXT,
    "importedAs" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("projectId", "id"),
    CONSTRAINT "Annotator_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Annotator" ("projectId", "id", "name", "accountId", "importedAs", "createdAt")
SELECT m."projectId", u."id", u."name",
  CASE WHEN u."id" = (SELECT min("id") FROM "Account") THEN u."id" END,
  CASE WHEN u."id" = (SELECT min("id") FROM "Account") THEN NULL ELSE m."importedAs" END, u."createdAt"
FROM "Membership" m JOIN "Account" u ON u."id" = m."userId";
-- Whoever is named by work without being in the project: nothing may point nowhere.
INSERT INTO "Annotator" ("projectId", "id", "name", "accountId")
SELECT w."projectId", w."userId", coalesce(u."name", 'Somebody'),
  CASE WHEN u."id" = (SELECT min("id") FROM "Account") THEN u."id" END
FROM (
  SELECT "projectId", "userId" FROM "Annotation" UNION SELECT "projectId", "userId" FROM "Event"
  UNION SELECT "projectId", "userId" FROM "SentenceMark" UNION SELECT "projectId", "userId" FROM "Dismissal"
  UNION SELECT "projectId", "userId" FROM "Import" UNION SELECT "projectId", "userId" FROM "Source"
  UNION SELECT "projectId", "createdById" FROM "Article"
) AS w JOIN "Project" p ON p."id" = w."projectId" LEFT JOIN "Account" u ON u."id" = w."userId"
WHERE true ON CONFLICT DO NOTHING;
CREATE UNIQUE INDEX "Annotator_projectId_importedAs_key" ON "Annotator"("projectId", "importedAs");
CREATE INDEX "Annotator_accountId_idx" ON "Annotator"("accountId");

-- Memberships are those of accounts.
CREATE TABLE "new_Membership" (
    "projectId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "annotatorId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "until" DATETIME,
    "suggestedTags" TEXT,
    "leastSureness" REAL,

    PRIMARY KEY ("accountId", "projectId"),
    CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Membership_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Membership" ("projectId", "accountId", "annotatorId", "role", "suggestedTags", "leastSureness")
SELECT "projectId", "userId", "userId", CASE "role" WHEN 'annotator' THEN 'coder' ELSE "role" END,
  "suggestedTags", "leastSureness"
FROM "Membership" WHERE "userId" = (SELECT min("id") FROM "Account");
DROP TABLE "Membership";
DROP INDEX "SavedView_projectId_userId_name_key";
DELETE FROM "SavedView" WHERE "userId" <> (SELECT min("id") FROM "Account");
DELETE FROM "Account" WHERE "id" <> (SELECT min("id") FROM "Account");
ALTER TABLE "new_Membership" RENAME TO "Membership";
CREATE INDEX "Membership_projectId_idx" ON "Membership"("projectId");
CREATE UNIQUE INDEX "Membership_projectId_annotatorId_key" ON "Membership"("projectId", "annotatorId");
ALTER TABLE "SavedView" RENAME COLUMN "userId" TO "accountId";
CREATE UNIQUE INDEX "SavedView_projectId_accountId_name_key" ON "SavedView"("projectId", "accountId", "name");

ALTER TABLE "Project" ADD COLUMN "way" TEXT NOT NULL DEFAULT 'together';
ALTER TABLE "Project" ADD COLUMN "isBlind" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "Project" ADD COLUMN "showsResult" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Project" ADD COLUMN "showsNames" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Project" ADD COLUMN "onLeaving" TEXT NOT NULL DEFAULT 'keep';
ALTER TABLE "Project" ADD COLUMN "codebook" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Project" ADD COLUMN "archivedAt" DATETIME;

-- Counts are a coding's. Taking a second mark from a sentence changes none of them.
CREATE TABLE "Coding" (
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'todo',
    "isBlind" BOOLEAN NOT NULL DEFAULT false,
    "codedCount" INTEGER NOT NULL DEFAULT 0,
    "annotationCount" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL,
    "answers" JSONB,
    "longestHull" INTEGER NOT NULL DEFAULT 0,
    "codebookBegun" INTEGER NOT NULL DEFAULT 1,
    "codebookDone" INTEGER,
    "assignedById" TEXT,
    "dueAt" DATETIME,
    "claimedAt" DATETIME,
    "doneAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,

    PRIMARY KEY ("articleId", "lane"),
    CONSTRAINT "Coding_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "Coding" ("projectId", "articleId", "lane", "state", "codedCount", "annotationCount", "counts",
  "longestHull", "createdAt", "updatedAt")
SELECT "projectId", "id", 'shared',
  CASE WHEN "codedCount" + "claimCount" + "quoteCount" + "statisticCount" > 0 THEN 'begun' ELSE 'todo' END,
  "codedCount", "claimCount" + "quoteCount" + "statisticCount",
  json_object('claim', "claimCount", 'quote', "quoteCount", 'statistic', "statisticCount"),
  "longestHull", "createdAt", "updatedAt"
FROM "Article";
CREATE INDEX "Coding_projectId_lane_state_dueAt_articleId_idx" ON "Coding"("projectId", "lane", "state", "dueAt", "articleId");
CREATE INDEX "Coding_projectId_lane_updatedAt_articleId_idx" ON "Coding"("projectId", "lane", "updatedAt", "articleId");
DROP INDEX "Article_totals";
DROP INDEX "Article_projectId_deletedAt_updatedAt_id_idx";
ALTER TABLE "Article" DROP COLUMN "codedCount";
ALTER TABLE "Article" DROP COLUMN "claimCount";
ALTER TABLE "Article" DROP COLUMN "quoteCount";
ALTER TABLE "Article" DROP COLUMN "statisticCount";
ALTER TABLE "Article" DROP COLUMN "longestHull";
ALTER TABLE "Article" ADD COLUMN "seatsLeft" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Article" ADD COLUMN "isPractice" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "Article_projectId_deletedAt_seatsLeft_id_idx" ON "Article"("projectId", "deletedAt", "seatsLeft", "id");

DROP INDEX "Annotation_articleId_start_id_idx";
DROP INDEX "Annotation_projectId_userId_articleId_start_id_idx";
DROP INDEX "Annotation_projectId_speaker_id_idx";
ALTER TABLE "Annotation" RENAME COLUMN "userId" TO "annotatorId";
ALTER TABLE "Annotation" ADD COLUMN "lane" TEXT NOT NULL DEFAULT 'shared';
ALTER TABLE "Annotation" ADD COLUMN "fields" JSONB;
CREATE INDEX "Annotation_articleId_lane_start_id_idx" ON "Annotation"("articleId", "lane", "start", "id");
CREATE INDEX "Annotation_projectId_lane_articleId_start_id_idx" ON "Annotation"("projectId", "lane", "articleId", "start", "id");
CREATE INDEX "Annotation_projectId_annotatorId_articleId_start_id_idx" ON "Annotation"("projectId", "annotatorId", "articleId", "start", "id");
CREATE INDEX "Annotation_projectId_speaker_lane_id_idx" ON "Annotation"("projectId", "speaker", "lane", "id");

-- A sentence of a shared coding has one mark, the earliest.
CREATE TABLE "new_SentenceMark" (
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "sentence" INTEGER NOT NULL,
    "annotatorId" TEXT NOT NULL,
    "codebook" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("articleId", "lane", "sentence")
);
INSERT INTO "new_SentenceMark" ("projectId", "articleId", "lane", "sentence", "annotatorId", "createdAt")
SELECT "projectId", "articleId", 'shared', "sentence", "userId", "createdAt" FROM "SentenceMark"
WHERE true ORDER BY "articleId", "sentence", "createdAt", "userId" ON CONFLICT DO NOTHING;
DROP TABLE "SentenceMark";
ALTER TABLE "new_SentenceMark" RENAME TO "SentenceMark";

CREATE TABLE "new_Dismissal" (
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "annotatorId" TEXT NOT NULL,
    "tag" TEXT NOT NULL,
    "parts" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("articleId", "lane", "annotatorId", "tag", "parts")
);
INSERT INTO "new_Dismissal" ("projectId", "articleId", "lane", "annotatorId", "tag", "parts", "createdAt")
SELECT "projectId", "articleId", 'shared', "userId", "tag", "parts", "createdAt" FROM "Dismissal";
DROP TABLE "Dismissal";
ALTER TABLE "new_Dismissal" RENAME TO "Dismissal";

-- What history says of people stands in JSON; src/store/event-contents.ts reads it by its new name.
DROP INDEX "Event_projectId_articleId_userId_state_id_idx";
ALTER TABLE "Event" RENAME COLUMN "userId" TO "annotatorId";
ALTER TABLE "Event" ADD COLUMN "lane" TEXT NOT NULL DEFAULT 'shared';
UPDATE "Event" SET "lane" = 'article' WHERE "subject" = 'article';
CREATE INDEX "Event_articleId_lane_annotatorId_state_id_idx" ON "Event"("articleId", "lane", "annotatorId", "state", "id");

ALTER TABLE "Source" RENAME COLUMN "userId" TO "annotatorId";
ALTER TABLE "Import" RENAME COLUMN "userId" TO "annotatorId";
ALTER TABLE "Import" ADD COLUMN "lanes" JSONB;
ALTER TABLE "Import" ADD COLUMN "isComplete" BOOLEAN NOT NULL DEFAULT false;
-- What stands in the projects of today is shared.
UPDATE "Import" SET "lanes" = '["shared"]' WHERE "kind" = 'annotations';

-- A coding stands between an article and its annotations. Written by hand: columns are renamed and added. The one
-- rewrite of "Annotation", for its tag, is made while it has no indexes.

CREATE TYPE "Way" AS ENUM ('together', 'apart');
CREATE TYPE "CodingState" AS ENUM ('todo', 'begun', 'done', 'released');
ALTER TYPE "Role" RENAME VALUE 'annotator' TO 'coder';
-- Nothing here uses it: a new value cannot be used before the commit that adds it.
ALTER TYPE "Role" ADD VALUE 'adjudicator' AFTER 'owner';

-- A person is an annotator in each of their projects; only the one of the desk can have an account.
CREATE TABLE "Annotator" (
    "projectId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "accountId" TEXT,
    "importedAs" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Annotator_pkey" PRIMARY KEY ("projectId","id")
);
INSERT INTO "Annotator" ("projectId", "id", "name", "accountId", "importedAs", "createdAt")
SELECT m."projectId", u."id", u."name",
  CASE WHEN u."id" = (SELECT min("id") FROM "User") THEN u."id" END,
  CASE WHEN u."id" = (SELECT min("id") FROM "User") THEN NULL ELSE m."importedAs" END, u."createdAt"
FROM "Membership" m JOIN "User" u ON u."id" = m."userId";
-- Whoever is named by work without being in the project: nothing may point nowhere.
INSERT INTO "Annotator" ("projectId", "id", "name", "accountId")
SELECT w."projectId", w."userId", coalesce(u."name", 'Somebody'),
  CASE WHEN u."id" = (SELECT min("id") FROM "User") THEN u."id" END
FROM (
  SELECT "projectId", "userId" FROM "Annotation" UNION SELECT "projectId", "userId" FROM "Event"
  UNION SELECT "projectId", "userId" FROM "SentenceMark" UNION SELECT "projectId", "userId" FROM "Dismissal"
  UNION SELECT "projectId", "userId" FROM "Import" UNION SELECT "projectId", "userId" FROM "Source"
  UNION SELECT "projectId", "createdById" FROM "Article"
) AS w JOIN "Project" p ON p."id" = w."projectId" LEFT JOIN "User" u ON u."id" = w."userId"
ON CONFLICT DO NOTHING;
CREATE UNIQUE INDEX "Annotator_projectId_importedAs_key" ON "Annotator"("projectId", "importedAs");
CREATE INDEX "Annotator_accountId_idx" ON "Annotator"("accountId");
ALTER TABLE "Annotator" ADD CONSTRAINT "Annotator_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Memberships are those of accounts.
DELETE FROM "Membership" WHERE "userId" <> (SELECT min("id") FROM "User");
DELETE FROM "SavedView" WHERE "userId" <> (SELECT min("id") FROM "User");
DELETE FROM "User" WHERE "id" <> (SELECT min("id") FROM "User");
ALTER TABLE "User" RENAME TO "Account";
ALTER TABLE "Account" RENAME CONSTRAINT "User_pkey" TO "Account_pkey";
DROP INDEX "Membership_projectId_importedAs_key";
ALTER TABLE "Membership" RENAME COLUMN "userId" TO "accountId";
ALTER TABLE "Membership" RENAME CONSTRAINT "Membership_userId_fkey" TO "Membership_accountId_fkey";
ALTER TABLE "Membership" DROP COLUMN "importedAs", ADD COLUMN "annotatorId" TEXT, ADD COLUMN "until" TIMESTAMP(3);
UPDATE "Membership" SET "annotatorId" = "accountId";
-- What a foreign key still has to check of the rows above keeps the table from being altered.
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "Membership" ALTER COLUMN "annotatorId" SET NOT NULL;
CREATE UNIQUE INDEX "Membership_projectId_annotatorId_key" ON "Membership"("projectId", "annotatorId");
ALTER TABLE "SavedView" RENAME COLUMN "userId" TO "accountId";
ALTER TABLE "SavedView" RENAME CONSTRAINT "SavedView_userId_fkey" TO "SavedView_accountId_fkey";
ALTER INDEX "SavedView_projectId_userId_name_key" RENAME TO "SavedView_projectId_accountId_name_key";

ALTER TABLE "Project" ADD COLUMN "way" "Way" NOT NULL DEFAULT 'together',
ADD COLUMN "isBlind" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN "showsResult" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "showsNames" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "onLeaving" TEXT NOT NULL DEFAULT 'keep',
ADD COLUMN "codebook" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "archivedAt" TIMESTAMP(3);

-- Counts are a coding's. Taking a second mark from a sentence changes none of them.
CREATE TABLE "Coding" (
    "projectId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "state" "CodingState" NOT NULL DEFAULT 'todo',
    "isBlind" BOOLEAN NOT NULL DEFAULT false,
    "codedCount" INTEGER NOT NULL DEFAULT 0,
    "annotationCount" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL,
    "answers" JSONB,
    "longestHull" INTEGER NOT NULL DEFAULT 0,
    "codebookBegun" INTEGER NOT NULL DEFAULT 1,
    "codebookDone" INTEGER,
    "assignedById" TEXT,
    "dueAt" TIMESTAMP(3),
    "claimedAt" TIMESTAMP(3),
    "doneAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Coding_pkey" PRIMARY KEY ("articleId","lane")
);
INSERT INTO "Coding" ("projectId", "articleId", "lane", "state", "codedCount", "annotationCount", "counts",
  "longestHull", "createdAt", "updatedAt")
SELECT "projectId", "id", 'shared',
  (CASE WHEN "codedCount" + "claimCount" + "quoteCount" + "statisticCount" > 0 THEN 'begun' ELSE 'todo' END)::"CodingState",
  "codedCount", "claimCount" + "quoteCount" + "statisticCount",
  jsonb_build_object('claim', "claimCount", 'quote', "quoteCount", 'statistic', "statisticCount"),
  "longestHull", "createdAt", "updatedAt"
FROM "Article";
CREATE INDEX "Coding_projectId_lane_state_dueAt_articleId_idx" ON "Coding"("projectId", "lane", "state", "dueAt", "articleId");
CREATE INDEX "Coding_projectId_lane_updatedAt_articleId_idx" ON "Coding"("projectId", "lane", "updatedAt", "articleId");
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
DROP INDEX "Article_totals";
DROP INDEX "Article_projectId_deletedAt_updatedAt_id_idx";
ALTER TABLE "Article" DROP COLUMN "codedCount", DROP COLUMN "claimCount", DROP COLUMN "quoteCount",
DROP COLUMN "statisticCount", DROP COLUMN "longestHull",
ADD COLUMN "seatsLeft" INTEGER NOT NULL DEFAULT 0, ADD COLUMN "isPractice" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "Article_projectId_deletedAt_seatsLeft_id_idx" ON "Article"("projectId", "deletedAt", "seatsLeft", "id");

DROP INDEX "Annotation_articleId_start_id_idx";
DROP INDEX "Annotation_projectId_articleId_start_id_idx";
DROP INDEX "Annotation_projectId_tag_articleId_start_id_idx";
DROP INDEX "Annotation_projectId_userId_articleId_start_id_idx";
DROP INDEX "Annotation_projectId_speaker_id_idx";
DROP INDEX "Annotation_projectId_value_id_idx";
DROP INDEX "Annotation_projectId_confidence_articleId_start_id_idx";
DROP INDEX "Annotation_projectId_checkScore_id_idx";
DROP INDEX "Annotation_projectId_updatedAt_id_idx";
ALTER TABLE "Annotation" RENAME COLUMN "userId" TO "annotatorId";
ALTER TABLE "Annotation" ADD COLUMN "lane" TEXT NOT NULL DEFAULT 'shared', ADD COLUMN "fields" JSONB,
ALTER COLUMN "tag" TYPE TEXT USING "tag"::text;
CREATE INDEX "Annotation_articleId_lane_start_id_idx" ON "Annotation"("articleId", "lane", "start", "id");
CREATE INDEX "Annotation_projectId_articleId_start_id_idx" ON "Annotation"("projectId", "articleId", "start", "id");
CREATE INDEX "Annotation_projectId_lane_articleId_start_id_idx" ON "Annotation"("projectId", "lane", "articleId", "start", "id");
CREATE INDEX "Annotation_projectId_tag_articleId_start_id_idx" ON "Annotation"("projectId", "tag", "articleId", "start", "id");
CREATE INDEX "Annotation_projectId_annotatorId_articleId_start_id_idx" ON "Annotation"("projectId", "annotatorId", "articleId", "start", "id");
CREATE INDEX "Annotation_projectId_speaker_lane_id_idx" ON "Annotation"("projectId", "speaker", "lane", "id");
CREATE INDEX "Annotation_projectId_value_id_idx" ON "Annotation"("projectId", "value", "id");
CREATE INDEX "Annotation_projectId_confidence_articleId_start_id_idx" ON "Annotation"("projectId", "confidence", "articleId", "start", "id");
CREATE INDEX "Annotation_projectId_checkScore_id_idx" ON "Annotation"("projectId", "checkScore", "id");
CREATE INDEX "Annotation_projectId_updatedAt_id_idx" ON "Annotation"("projectId", "updatedAt", "id");

-- A sentence of a shared coding has one mark, the earliest.
ALTER TABLE "SentenceMark" RENAME COLUMN "userId" TO "annotatorId";
ALTER TABLE "SentenceMark" DROP CONSTRAINT "SentenceMark_pkey";
DELETE FROM "SentenceMark" m USING "SentenceMark" e
WHERE e."articleId" = m."articleId" AND e."sentence" = m."sentence"
  AND (e."createdAt", e."annotatorId") < (m."createdAt", m."annotatorId");
ALTER TABLE "SentenceMark" ADD COLUMN "lane" TEXT NOT NULL DEFAULT 'shared',
ADD COLUMN "codebook" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "SentenceMark_pkey" PRIMARY KEY ("articleId", "lane", "sentence");
ALTER TABLE "SentenceMark" ALTER COLUMN "lane" DROP DEFAULT;

ALTER TABLE "Dismissal" RENAME COLUMN "userId" TO "annotatorId";
ALTER TABLE "Dismissal" DROP CONSTRAINT "Dismissal_pkey";
ALTER TABLE "Dismissal" ADD COLUMN "lane" TEXT NOT NULL DEFAULT 'shared',
ALTER COLUMN "tag" TYPE TEXT USING "tag"::text,
ADD CONSTRAINT "Dismissal_pkey" PRIMARY KEY ("articleId", "lane", "annotatorId", "tag", "parts");
ALTER TABLE "Dismissal" ALTER COLUMN "lane" DROP DEFAULT;
DROP TYPE "Tag";

-- What history says of people stands in JSON; src/store/event-contents.ts reads it by its new name.
DROP INDEX "Event_projectId_articleId_userId_state_id_idx";
ALTER TABLE "Event" RENAME COLUMN "userId" TO "annotatorId";
ALTER TABLE "Event" ADD COLUMN "lane" TEXT NOT NULL DEFAULT 'shared';
UPDATE "Event" SET "lane" = 'article' WHERE "subject" = 'article';
CREATE INDEX "Event_articleId_lane_annotatorId_state_id_idx" ON "Event"("articleId", "lane", "annotatorId", "state", "id");

ALTER TABLE "Source" RENAME COLUMN "userId" TO "annotatorId";
ALTER TABLE "Import" RENAME COLUMN "userId" TO "annotatorId";
ALTER TABLE "Import" ADD COLUMN "lanes" JSONB, ADD COLUMN "isComplete" BOOLEAN NOT NULL DEFAULT false;
-- What stands in the projects of today is shared.
UPDATE "Import" SET "lanes" = '["shared"]' WHERE "kind" = 'annotations';

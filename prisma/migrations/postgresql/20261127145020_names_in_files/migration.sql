-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "importedAs" TEXT;

-- The first person is the one of the desk; all others came with files. Of several with one name the first keeps it.
UPDATE "Membership" SET "importedAs" = (SELECT "name" FROM "User" WHERE "User"."id" = "Membership"."userId")
WHERE ("projectId", "userId") IN (
  SELECT "member"."projectId", min("member"."userId")
  FROM "Membership" AS "member" JOIN "User" AS "person" ON "person"."id" = "member"."userId"
  WHERE "person"."id" <> (SELECT min("id") FROM "User")
  GROUP BY "member"."projectId", "person"."name");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_projectId_importedAs_key" ON "Membership"("projectId", "importedAs");

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "keys" BOOLEAN NOT NULL DEFAULT true;

-- CreateEnum
CREATE TYPE "Theme" AS ENUM ('system', 'light', 'dark');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "cardFocus" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "keymap" TEXT,
ADD COLUMN     "theme" "Theme" NOT NULL DEFAULT 'system';

-- AlterEnum
ALTER TYPE "ImportKind" ADD VALUE 'copy';

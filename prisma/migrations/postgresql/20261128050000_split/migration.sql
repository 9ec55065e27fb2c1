-- AlterEnum
ALTER TYPE "ImportKind" ADD VALUE 'split';

-- CreateTable
CREATE TABLE "SuggestionSet" (
    "articleId" TEXT NOT NULL,
    "engine" TEXT NOT NULL,
    "suggestions" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SuggestionSet_pkey" PRIMARY KEY ("articleId")
);

-- AddForeignKey
ALTER TABLE "SuggestionSet" ADD CONSTRAINT "SuggestionSet_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

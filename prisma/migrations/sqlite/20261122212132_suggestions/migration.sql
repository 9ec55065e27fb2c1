-- CreateTable
CREATE TABLE "SuggestionSet" (
    "articleId" TEXT NOT NULL PRIMARY KEY,
    "engine" TEXT NOT NULL,
    "suggestions" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SuggestionSet_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

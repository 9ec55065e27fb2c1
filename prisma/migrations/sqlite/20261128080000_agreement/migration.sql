-- CreateTable
CREATE TABLE "AgreementResult" (
    "projectId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,

    PRIMARY KEY ("projectId", "key")
);

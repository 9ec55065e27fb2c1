-- CreateTable
CREATE TABLE "AgreementResult" (
    "projectId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AgreementResult_pkey" PRIMARY KEY ("projectId","key")
);

import { defineConfig } from 'prisma/config';

// `prisma generate` never runs the schema engine, yet looks for its binary and tries to download it.
// Any file that exists ends the search; no other command may be fooled like this.
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

const postgresql = process.env.DATABASE_URL?.startsWith('postgres') ?? false;

export default defineConfig({
  schema: postgresql ? 'prisma/postgresql/schema.prisma' : 'prisma/schema.prisma',
  migrations: { path: postgresql ? 'prisma/migrations/postgresql' : 'prisma/migrations/sqlite' },
  datasource: { url: process.env.DATABASE_URL ?? 'file:./data/on-record.db' },
});

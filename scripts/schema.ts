// npm run schema [-- --name what-changed]: everything that follows from prisma/schema.prisma.
//   --generate-only   the two clients, where they are older than their schemas (build and tests call this)
//   --check           nothing is written; exit 1 where something no longer follows

import { parseArgs } from 'node:util';
import { generateClients } from './generate-clients.mjs';
import { schemaDrift, writeMigrations, writePostgresqlSchema } from './schema-files.ts';

const { values } = parseArgs({
  options: {
    name: { type: 'string' },
    'generate-only': { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});

if (values.check) await check();
else if (values['generate-only']) await generateClients();
else await followSchema(values.name);

async function followSchema(name: string | undefined) {
  await writePostgresqlSchema();
  await generateClients();
  for (const migration of await writeMigrations(name)) console.log(`wrote ${migration}`);
}

async function check() {
  const problems = await schemaDrift();
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

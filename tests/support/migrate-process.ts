// A process that migrates, for tests of several at once and of one that is killed; it prints what it applied.

import { migrate } from '../../src/store/migrate.ts';

const [url = '', migrationsDir = '', backupsDir = ''] = process.argv.slice(2);
console.log(JSON.stringify(await migrate(url, { migrationsDir, backupsDir })));

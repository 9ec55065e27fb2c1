import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { dialectOf, sqlitePath } from '../store/database-url.ts';
import { restoreDatabase } from '../store/restore-database.ts';
import { type Command, EXIT, UsageError } from './command.ts';
import { postgresqlCommand } from './postgresql-command.ts';
import { heldWords } from './say-held.ts';

export const command: Command = {
  usage: `FILE

Replaces the SQLite database with a backup, even while it is in use. The backup is copied, migrated to this version and
checked first, and the database that was there is kept in backups/. If anything fails, nothing changes. For PostgreSQL it
prints the command to use.`,
  async run(args, { environment, output }) {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError('name one backup to restore');
    const config = readConfig(environment);
    if (dialectOf(config.databaseUrl) === 'postgresql') {
      output.write(postgresqlCommand('restore', config, resolve(file)));
      return EXIT.failed;
    }
    const path = sqlitePath(config.databaseUrl);
    const { held, before } = await restoreDatabase(resolve(file), path, config.backupsDir);
    output.write(`Restored ${path}: ${heldWords(held)}\n`);
    if (before) output.write(`The previous database is kept: ${before}\n`);
    return EXIT.done;
  },
};

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { backupName } from '../store/backup-folder.ts';
import { checkFile } from '../store/check-file.ts';
import { copyDatabaseTo } from '../store/copy-database.ts';
import { dialectOf, sqlitePath } from '../store/database-url.ts';
import { pruneBackups, SCHEDULED } from '../store/prune-backups.ts';
import { type Command, EXIT } from './command.ts';
import { postgresqlCommand } from './postgresql-command.ts';
import { heldWords } from './say-held.ts';

export const command: Command = {
  usage: `[FILE] [--scheduled]

Copies the SQLite database to a file, even while it is in use, and checks the copy: its pages, its references, and for a
sample of articles that every annotation matches its text. An existing file is replaced once the copy is complete.
Without FILE the copy goes to backups/ in DATA_DIR. For PostgreSQL it prints the command to use.

  --scheduled  back up as the server does daily: to backups/, keeping what BACKUP_KEEP and BACKUP_KEEP_DAYS allow`,
  async run(args, { environment, output }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { scheduled: { type: 'boolean', default: false } },
    });
    const config = readConfig(environment);
    const file = positionals[0] === undefined ? undefined : resolve(positionals[0]);
    if (dialectOf(config.databaseUrl) === 'postgresql') {
      output.write(postgresqlCommand('backup', config, file));
      return EXIT.failed;
    }
    const name = backupName(values.scheduled ? SCHEDULED : 'backup', 'db');
    const copy = file ?? join(config.backupsDir, name);
    await copyDatabaseTo(sqlitePath(config.databaseUrl), copy);
    output.write(`Wrote ${copy}: ${heldWords(await checkFile(copy))}\n`);
    if (values.scheduled)
      for (const path of await pruneBackups(config.backupsDir, config.backups))
        output.write(`Removed ${path}\n`);
    return EXIT.done;
  },
};

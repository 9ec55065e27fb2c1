import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { migrate } from '../store/migrate.ts';
import { type Command, EXIT } from './command.ts';

export const command: Command = {
  usage:
    '\n\nUpdates the database that DATABASE_URL or DATA_DIR names. A SQLite database is backed up to backups/ first.',
  async run(args, { environment, output }) {
    parseArgs({ args, options: {} });
    const config = readConfig(environment);
    const { applied, backup } = await migrate(config.databaseUrl, config);
    if (backup !== undefined) output.write(`Backed up the database to ${backup}\n`);
    for (const name of applied) output.write(`Applied ${name}\n`);
    output.write('The database is up to date.\n');
    return EXIT.done;
  },
};

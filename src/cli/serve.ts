import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { startServer } from '../server.ts';
import { createLog } from '../web/log.ts';
import { startBackupSchedule } from './backup-schedule.ts';
import { type Command, EXIT } from './command.ts';

export const command: Command = {
  usage:
    '\n\nServes until it is stopped (Ctrl-C, SIGTERM), then finishes running requests. The log goes to standard error.',
  async run(args, { environment, output, errors, stop }) {
    parseArgs({ args, options: {} });
    const config = readConfig(environment);
    const format = config.log === 'auto' ? (errors.isTTY ? 'text' : 'json') : config.log;
    const log = createLog(config.logLevel, errors, format);
    const server = await startServer(config, log);
    const endSchedule = startBackupSchedule(config, environment, log);
    output.write(`On Record is at ${server.url}\n`);
    if (server.firstOwnerLink !== undefined)
      output.write(`Nobody can sign in yet. To become its first owner, open ${server.firstOwnerLink}\n`);
    await aborted(stop);
    endSchedule();
    return (await server.stop()) ? EXIT.done : EXIT.failed;
  },
};

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

import { parseArgs } from 'node:util';
import { verifyWork } from '../store/verify-work.ts';
import { type Command, EXIT } from './command.ts';
import { counted } from './say-held.ts';
import { withDatabase } from './with-database.ts';

export const command: Command = {
  usage: `

Checks every text against its hash, and every annotation, block, sentence and mark against its text, deleted ones
included. Nothing is changed. Each fault is a line on standard error, and the exit code is then 1.`,
  async run(args, surroundings) {
    parseArgs({ args, options: {} });
    return withDatabase(surroundings, async ({ db }) => {
      const onFault = (fault: string) => void surroundings.errors.write(`onrecord: ${fault}\n`);
      const { articles, annotations, faults } = await verifyWork(db, { onFault });
      const what = `${counted(articles, 'article')} and ${counted(annotations, 'annotation')}`;
      surroundings.output.write(
        faults === 0 ? `No faults found in ${what}\n` : `${counted(faults, 'fault')} found in ${what}\n`,
      );
      return faults === 0 ? EXIT.done : EXIT.failed;
    });
  },
};

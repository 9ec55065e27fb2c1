import { parseArgs } from 'node:util';
import { largest } from '../text/extremes.ts';
import { type Command, EXIT, EXIT_MEANINGS } from './command.ts';
import { commandNamed, commands } from './commands.ts';

export const command: Command = {
  usage: '[COMMAND]',
  async run(args, { output }) {
    const [name] = parseArgs({ args, allowPositionals: true, options: {} }).positionals;
    output.write(name === undefined ? overview() : await explanation(name));
    return EXIT.done;
  },
};

function overview(): string {
  return `On Record: mark up news articles and export the result as CSV.

Usage: onrecord COMMAND [ARGUMENTS]

Commands:
${table(Object.entries(commands).map(([name, { summary }]) => [name, summary]))}

Exit codes:
${table(Object.entries(EXIT_MEANINGS))}

"onrecord help COMMAND" explains one command, "onrecord --version" prints the version. Settings are read from the environment: docs/settings.md lists them.
`;
}

async function explanation(name: string): Promise<string> {
  const { summary, load } = commandNamed(name);
  const { command } = await load();
  return `onrecord ${name}: ${summary}\n\nUsage: onrecord ${name} ${command.usage}\n`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = largest(rows.map(([name]) => name.length));
  return rows.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`).join('\n');
}

import { EXIT, type ExitCode, type Surroundings, UsageError } from './cli/command.ts';
import { commandNamed } from './cli/commands.ts';
import { SettingsError } from './config.ts';
import { packageVersion } from './store/package-root.ts';

const HELP = ['help', '--help', '-h'];
const VERSION = ['--version', '-v'];

/** Runs the command that the arguments name; whatever goes wrong is told in one line. */
async function main(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  try {
    if (VERSION.includes(args[0] ?? '')) {
      surroundings.output.write(`${await packageVersion()}\n`);
      return EXIT.done;
    }
    const [name, rest] = commandLine(args);
    const { command } = await commandNamed(name).load();
    return await command.run(rest, surroundings);
  } catch (error) {
    surroundings.errors.write(`onrecord: ${sentence(error)}\n`);
    return isWrongUsage(error) ? EXIT.wrongUsage : EXIT.failed;
  }
}

/** The command and its arguments; whoever asks a command for help gets it from `help`. */
function commandLine([name = 'help', ...rest]: readonly string[]): [name: string, rest: string[]] {
  if (HELP.includes(name)) return ['help', rest];
  return rest.some((argument) => HELP.slice(1).includes(argument)) ? ['help', [name]] : [name, rest];
}

function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.trim().split('\n')[0] ?? '';
  return error instanceof UsageError ? `${line}; "onrecord help" lists what there is` : line;
}

function isWrongUsage(error: unknown): boolean {
  return error instanceof UsageError || error instanceof SettingsError || isParseArgsError(error);
}

function isParseArgsError(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  // Not `once`: npm passes on the Ctrl-C that the process has already had from the terminal.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  return controller.signal;
}

process.exitCode = await main(process.argv.slice(2), {
  environment: process.env,
  output: process.stdout,
  errors: process.stderr,
  stop: stopSignal(),
});

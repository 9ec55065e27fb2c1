import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogFormat, LogLevel } from '../config.ts';
import { DatabaseAwayError } from '../domain/errors.ts';
import { codeOf } from '../store/outages.ts';

export type Log = Logger;

/**
 * A log of one JSON object a line, or of lines for whoever sits at the terminal. No call may pass article text,
 * search words, titles or personal data.
 */
export function createLog(level: LogLevel, destination: DestinationStream, format: LogFormat = 'json'): Log {
  const formatters = { level: (label: string) => ({ level: label }) };
  const written =
    format === 'json' ? destination : { write: (line: string) => writeWords(line, destination) };
  return pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime, messageKey: 'message', formatters },
    written,
  );
}

/** What a person at the terminal knows from the address that was printed, and from their own keys. */
const KNOWN = ['listening', 'request', 'stopping', 'stopped'];

function writeWords(line: string, destination: DestinationStream): void {
  // Written by pino just now.
  const { time, level, message, stack = [], ...others } = JSON.parse(line) as Record<string, unknown>;
  // Of a new database there is nothing to tell: what was there before is kept in the backup.
  const isNew = message === 'migrated' && !others.backup;
  if (level === 'info' && (isNew || KNOWN.includes(String(message)))) return;
  const clock = new Date(String(time)).toLocaleTimeString('en-GB');
  const words = Object.entries(others).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  const said = [`${clock} ${level}: ${message}`, ...words].join(', ');
  destination.write([said, ...[stack].flat().map((frame) => `  ${frame}`)].join('\n').concat('\n'));
}

/**
 * What of an error may be logged. Messages are left out unless the level is `debug`: those of parsers and
 * databases quote the values at fault, and these are people's texts.
 */
export function describeError(log: Log, error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    error: error.name,
    ...('code' in error ? { code: String(error.code) } : {}),
    ...(error instanceof DatabaseAwayError ? { outage: error.outage, because: codeOf(error.cause) } : {}),
    ...(log.isLevelEnabled('debug') ? { detail: error.message } : {}),
    stack: frames.map((line) => line.trim()),
  };
}

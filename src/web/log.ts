import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from '../config.ts';

export type Log = Logger;

/** One JSON object a line. No call may pass article text, search words, titles or personal data. */
export function createLog(level: LogLevel, destination: DestinationStream): Log {
  const formatters = { level: (label: string) => ({ level: label }) };
  return pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime, messageKey: 'message', formatters },
    destination,
  );
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
    ...(log.isLevelEnabled('debug') ? { detail: error.message } : {}),
    stack: frames.map((line) => line.trim()),
  };
}

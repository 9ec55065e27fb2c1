import type { RequestHandler } from 'express';
import { DatabaseAwayError } from '../domain/errors.ts';
import { probeDatabase } from '../store/readiness.ts';
import { describeError } from './log.ts';

/** The process answers. */
export const healthz: RequestHandler = (_request, response) => {
  response.type('text').set('Cache-Control', 'no-store').send('ok\n');
};

/** The database answers too, so that work can be sent here. */
export const readyz: RequestHandler = async (_request, response) => {
  const { database, log } = response.locals;
  response.type('text').set('Cache-Control', 'no-store');
  try {
    await probeDatabase(database);
    response.send('ready\n');
  } catch (error) {
    log.warn(describeError(log, error), 'database cannot be used');
    const gone = error instanceof DatabaseAwayError && error.outage === 'gone';
    const why = gone ? 'the database file is gone' : 'the database does not answer';
    response.status(503).set('Retry-After', '2').send(`${why}\n`);
  }
};

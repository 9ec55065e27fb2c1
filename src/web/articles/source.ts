import type { RequestHandler } from 'express';
import { NotFoundError } from '../../domain/errors.ts';
import { findSource, readSource } from '../../store/sources.ts';
import { cachingAsItIs } from '../download.ts';
import { articleFrom } from './load.ts';

/**
 * Hands out what an article was read from, byte for byte, to be saved and never to be shown: it is a
 * stranger's page, and would run as ours.
 */
export const downloadSource: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const { article } = await articleFrom(request, response);
  const source = await findSource(db, article.projectId, article.id);
  const bytes = source && (await readSource(db, article.projectId, source.id));
  if (!bytes) throw new NotFoundError('source');
  response.attachment(source.name ?? 'source').set({
    'Content-Type': 'application/octet-stream',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': cachingAsItIs(response),
  });
  response.send(Buffer.from(bytes));
};

import type { RequestHandler } from 'express';
import { articleFrom } from './load.ts';

/** The stored text of an article, as it is: what the offsets of annotations count in. */
export const showArticleText: RequestHandler = async (request, response) => {
  const { text } = await articleFrom(request, response);
  response.type('text/plain; charset=utf-8').send(text.text);
};

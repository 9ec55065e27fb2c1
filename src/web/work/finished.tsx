import type { Request, Response } from 'express';
import { FinishedNotice } from '../../../views/work/_finished.tsx';
import { loadArticle } from '../../actions/load.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { queryOf } from '../fields.ts';

/** Says which article was just finished, with its undo; nothing where the address names none of the person's. */
export async function finishedNotice(request: Request, response: Response) {
  const { atDesk, database } = response.locals;
  try {
    const { article, coding } = await loadArticle(
      database.db,
      atDesk.person.id,
      queryOf(request, 'finished'),
    );
    return coding.state === 'done' ? <FinishedNotice id={article.id} title={article.title} /> : null;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return null;
  }
}

import type { Request, Response } from 'express';
import type { SeenCase } from '../../actions/adjudication/decide.ts';
import { readCases } from '../../actions/adjudication/read-cases.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { membersOf } from '../../domain/case.ts';
import { type JudgedCase, parseSources, sameSources, sourcesOf } from '../../domain/decision.ts';
import { EditConflictError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { placeFrom } from '../adjudication/page.tsx';
import type { Fields } from '../annotations/form.ts';

/** The case as the form shows it. */
export function seenCase(request: Request, fields: Fields): SeenCase {
  const over = (fields.over ?? '').split(' ').filter(Boolean);
  return { sources: parseSources(fields.case ?? ''), over, included: placeFrom(request).which };
}

/** The case that a form is about. Throws EditConflictError where it is another by now. */
export async function caseAsSeen(
  response: Response,
  loaded: LoadedArticle,
  { sources, included }: SeenCase,
): Promise<JudgedCase<Annotation>> {
  const { cases } = await readCases(response.locals.database.db, loaded, included);
  const found = cases.find((one) => sameSources(sourcesOf(membersOf(one)), sources));
  if (!found) throw new EditConflictError(t('adjudication.changedMeanwhile'), null);
  return found;
}

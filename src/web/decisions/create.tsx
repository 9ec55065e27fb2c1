import type { Request, RequestHandler, Response } from 'express';
import { v5 as uuidv5 } from 'uuid';
import { showing } from '../../../views/adjudication/_coders.tsx';
import { caseKey } from '../../../views/adjudication/sides.ts';
import { acceptAgreed, decide, type SeenCase, type Verdict } from '../../actions/adjudication/decide.ts';
import { readCases } from '../../actions/adjudication/read-cases.ts';
import { findWordsNear } from '../../actions/find-words.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { readingLanguage } from '../../actions/suggest.ts';
import type { Annotation } from '../../domain/annotation.ts';
import { wordsOf } from '../../domain/annotation.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { membersOf } from '../../domain/case.ts';
import { readGiven } from '../../domain/codebook/answers.ts';
import { ownFieldKey } from '../../domain/codebook/field.ts';
import { type JudgedCase, sameSources, sourcesOf } from '../../domain/decision.ts';
import { EditConflictError, InvalidInputError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { finalFrom, placeFrom, sendAdjudication } from '../adjudication/page.tsx';
import { annotationFields, type Fields, tagField } from '../annotations/form.ts';
import { allFieldsOf, fieldsOf } from '../fields.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { sendNewDecision } from './new.tsx';
import { caseAsSeen, seenCase } from './seen-case.ts';

/**
 * Decides a case. `case` and `over` say which, as it was seen; `take` the one that holds; or `deed`: `several` (`several`),
 * `none`, `merge` (`base`, `from_FIELD`), `write` (`text`, `tag` and fields), and `agreed` for all on which coders agree.
 */
export const createDecision: RequestHandler = async (request, response) => {
  const loaded = named(request, await finalFrom(request, response));
  const { db } = response.locals.database;
  const fields = fieldsOf(request);
  const seen = seenCase(request, fields);
  try {
    if (fields.deed === 'agreed') await acceptAgreed(db, loaded, seen.included);
    else await decide(db, loaded, seen, await verdictOf(request, response, loaded, seen));
  } catch (error) {
    return refuse(request, response, loaded, seen, error);
  }
  if (wantsFragments(request)) return sendAdjudication(request, response, { hasDecided: true });
  redirect(response, `${showing(placeFrom(request))}${await nextOpen(response, loaded, seen)}`);
};

/** A page's forms carry one name: what each of them says is part of the request's own. */
function named(request: Request, loaded: LoadedArticle): LoadedArticle {
  const { requestKey } = loaded;
  if (requestKey === undefined) return loaded;
  const { request_key: _, ...fields } = fieldsOf(request);
  const said = JSON.stringify([fields, allFieldsOf(request, 'several')]);
  return { ...loaded, requestKey: uuidv5(said, requestKey) };
}

async function verdictOf(
  request: Request,
  response: Response,
  loaded: LoadedArticle,
  seen: SeenCase,
): Promise<Verdict> {
  const fields = annotationFields(request);
  if (fields.take) return { kind: 'take', ids: [fields.take] };
  switch (fields.deed) {
    case 'several':
      return { kind: 'take', ids: allFieldsOf(request, 'several') };
    case 'none':
      return { kind: 'none' };
    case 'merge':
      return { kind: 'merge', base: fields.base ?? '', ...sourcesIn(fields) };
    case 'write':
      return written(loaded, await caseAsSeen(response, loaded, seen), fields);
    default:
      throw new InvalidInputError({ take: t('adjudication.nothingTaken') });
  }
}

/** From which member each field comes. */
function sourcesIn(fields: Fields) {
  const chosen = ATTRIBUTES.flatMap(({ name, field }) => {
    const from = fields[`from_${field}`];
    return from ? [[name, from] as const] : [];
  });
  const own = Object.entries(fields).flatMap(([name, from]) => {
    const key = name.startsWith('from_') ? ownFieldKey(name.slice('from_'.length)) : undefined;
    return key && from ? [[key, from] as const] : [];
  });
  return { fields: Object.fromEntries(chosen), answers: Object.fromEntries(own) };
}

function written(loaded: LoadedArticle, one: JudgedCase<Annotation>, fields: Fields): Verdict {
  const tag = tagField(fields, loaded.codebook);
  const parts = findWordsNear(loaded, one.span, fields.text ?? '');
  const { numbers } = readingLanguage(loaded);
  const given = readGiven(loaded.codebook, tag, fields, undefined, numbers);
  return { kind: 'write', tag, parts, seen: wordsOf(loaded.text.text, parts), ...given };
}

/** Shows the page again, or the form that was typed in, with what is wrong beside its cause. */
async function refuse(
  request: Request,
  response: Response,
  loaded: LoadedArticle,
  seen: SeenCase,
  error: unknown,
): Promise<void> {
  if (error instanceof EditConflictError)
    return sendAdjudication(request, response, { status: 409, problem: error.message });
  if (!(error instanceof InvalidInputError)) throw error;
  const fields = fieldsOf(request);
  if (fields.deed === 'write')
    return sendNewDecision(request, response, loaded, seen, { values: fields, problems: error.fields });
  const key = caseKey(await caseAsSeen(response, loaded, seen));
  await sendAdjudication(request, response, { status: 422, problems: { [key]: error.message } });
}

/** Where the page goes on: the next case that is not decided, else the one that was. */
async function nextOpen(response: Response, loaded: LoadedArticle, seen: SeenCase): Promise<string> {
  const { cases } = await readCases(response.locals.database.db, loaded, seen.included);
  const at = cases.findIndex((one) => sameSources(sourcesOf(membersOf(one)), seen.sources));
  const isLeft = ({ state }: JudgedCase<Annotation>) => state !== 'decided';
  const next = cases.slice(at + 1).find(isLeft) ?? cases.find(isLeft) ?? cases[at];
  return next ? `#case-${caseKey(next)}` : '';
}

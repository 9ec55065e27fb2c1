import type { RequestHandler } from 'express';
import { tagEvery } from '../../actions/tag-occurrences.ts';
import { parseParts } from '../../domain/annotation.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { Span } from '../../text/span.ts';
import { formKeyOf } from '../annotations/load.ts';
import { articleFrom } from '../articles/load.ts';
import { allFieldsOf, fieldsOf } from '../fields.ts';
import { redirect } from '../render.tsx';
import { withStep } from '../steps/undo.ts';
import { askedIn, sendOccurrences } from './index.tsx';

/** Tags words at all places that are ticked, as one step. */
export const createOccurrences: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const fields = fieldsOf(request);
  const asked = askedIn((name) => fields[name] ?? '', loaded.codebook);
  const ticked = allFieldsOf(request, 'place');
  try {
    const { tag, words, matchCase, everywhere } = asked;
    if (tag === null) throw new InvalidInputError({ tag: t('occurrences.chooseTag') });
    const rule = { words, matchCase };
    const wanted = { tag, words: rule, places: placesIn(ticked), requestKey: formKeyOf(request) };
    const step = await tagEvery(response.locals.database.db, loaded.member, wanted);
    if (step === null) {
      const notice = <p>{t('occurrences.nothingLeft')}</p>;
      return await sendOccurrences(request, response, loaded, { ...asked, notice });
    }
    const address = `/articles/${loaded.article.id}/occurrences`;
    const search = { words, tag, in: everywhere ? 'project' : null, case: matchCase ? '1' : null };
    redirect(response, withStep(address, { ...search, step }));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const shown = { ...asked, ticked: new Set(ticked), problems: error.fields, status: 422 };
    await sendOccurrences(request, response, loaded, shown);
  }
};

/** Places written as `article:start-end`, by their article. */
function placesIn(written: readonly string[]): Map<string, Span[]> {
  const places = new Map<string, Span[]>();
  for (const one of written) {
    const [articleId = '', parts = ''] = one.split(':');
    places.set(articleId, [...(places.get(articleId) ?? []), ...parseParts(parts)]);
  }
  return places;
}

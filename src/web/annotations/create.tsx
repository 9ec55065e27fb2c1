import type { RequestHandler } from 'express';
import { v5 as uuidv5 } from 'uuid';
import { addAnnotation } from '../../actions/add-annotation.ts';
import { findWords } from '../../actions/find-words.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { readingLanguage } from '../../actions/suggest.ts';
import { wordsOf } from '../../domain/annotation.ts';
import { type Given, readGiven } from '../../domain/codebook/answers.ts';
import { InvalidInputError, WordsMismatchError } from '../../domain/errors.ts';
import type { Tag } from '../../domain/tag.ts';
import { touching } from '../../text/span.ts';
import { sendChanges } from '../articles/changed.tsx';
import { articleFrom } from '../articles/load.ts';
import { refuseStaleWords } from '../articles/show.tsx';
import { changing } from '../changing.ts';
import { redirect, wantsFragments } from '../render.tsx';
import { annotationFields, type Fields, hasField, partsField, tagField } from './form.ts';
import { sendNewForm } from './new.tsx';

/** Tags words of an article: those at `parts`, or those typed in `text` that stand in `sentence`. */
export const createAnnotation: RequestHandler = changing(async (request, response) => {
  const { db } = response.locals.database;
  const fields = annotationFields(request);
  const loaded = named(await articleFrom(request, response), fields);
  try {
    const saved = await addAnnotation(db, loaded, draftOf(loaded, fields));
    const { annotation } = saved;
    if (!wantsFragments(request)) return redirect(response, `/annotations/${annotation.id}`);
    const viewOf = (id: string) => (id === annotation.id ? ('card' as const) : ('entry' as const));
    await sendChanges(response, loaded, saved, { viewOf, status: 201 });
  } catch (error) {
    if (error instanceof WordsMismatchError) return refuseStaleWords(request, response, loaded);
    const values = { sentence: String(sentenceAt(loaded, fields.parts)), ...fields };
    const isShownAgain = !wantsFragments(request) && loaded.text.sentences[sentenceField(values)];
    if (!(error instanceof InvalidInputError && isShownAgain)) throw error;
    await sendNewForm(request, response, loaded, { values, problems: error.fields });
  }
});

/**
 * A plain form keeps its name when somebody goes back to it: what it says else is then part of the request's
 * name.
 */
function named(loaded: LoadedArticle, { sentence, tag, text }: Fields): LoadedArticle {
  const { requestKey } = loaded;
  if (requestKey === undefined || sentence === undefined) return loaded;
  return { ...loaded, requestKey: uuidv5(`${sentence} ${tag} ${text}`, requestKey) };
}

function draftOf(loaded: LoadedArticle, fields: Fields) {
  const tag = tagField(fields, loaded.codebook);
  const typed = fields.parts ? undefined : findWords(loaded, sentenceField(fields), fields.text ?? '');
  const parts = typed ?? partsField(fields, 'parts') ?? [];
  const seen = typed ? wordsOf(loaded.text.text, typed) : (fields.text ?? '');
  return {
    tag,
    parts,
    seen,
    ...givenIn(loaded, tag, fields),
  };
}

/** What the person has given: an empty form leaves all that the program knows of to the text. */
function givenIn(loaded: LoadedArticle, tag: Tag, fields: Fields): Partial<Given> {
  if (!hasField(fields, (value) => value.trim() !== '')) return {};
  return readGiven(loaded.codebook, tag, fields, undefined, readingLanguage(loaded).numbers);
}

/**
 * The number of the sentence that parts begin in, for the form that shows one; the first where they name
 * none.
 */
function sentenceAt({ text }: LoadedArticle, parts = ''): number {
  const start = Number.parseInt(parts, 10) || 0;
  const [index] = touching(text.sentences, { start, end: start + 1 });
  return Math.min(index + 1, text.sentences.length);
}

/** Sentences are counted from one where people see the number. */
function sentenceField({ sentence }: Fields): number {
  return sentence ? Number(sentence) - 1 : -1;
}

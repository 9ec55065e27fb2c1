import { setImmediate } from 'node:timers/promises';
import type { ArticleText } from '../domain/article.ts';
import { DatabaseAwayError } from '../domain/errors.ts';
import { type KnownOfText, suggestionsByPlace } from '../domain/read-attributes.ts';
import { sectionsOf } from '../domain/section.ts';
import { isWanted, openSuggestions } from '../domain/suggestion.ts';
import type { Db } from '../store/client.ts';
import type { Standing } from '../store/standing.ts';
import { findSuggestions, saveSuggestions } from '../store/suggestions.ts';
import { readTaken } from '../store/taken.ts';
import { overlaps, type Span } from '../text/span.ts';
import { ENGINE, suggestAll } from '../text/suggest/all.ts';
import type { Suggestion } from '../text/suggest/suggestion.ts';
import type { LoadedArticle } from './load.ts';

/** Up to this length a request waits for its suggestions: a few milliseconds. */
const AT_ONCE = 40_000;
/** What is worked out in one go; other requests are answered in between. */
const SLICE = 60_000;

/** Suggestions never change for a text and an engine, so they are kept with the text. */
const known = new WeakMap<ArticleText, readonly Suggestion[]>();
const underWay = new WeakMap<ArticleText, Promise<readonly Suggestion[]>>();

/** An article's suggestions, or null while those of a long one are still being worked out. */
export async function articleSuggestions(
  db: Db,
  loaded: LoadedArticle,
): Promise<readonly Suggestion[] | null> {
  const { text, member } = loaded;
  const kept = known.get(text) ?? (await findSuggestions(db, member.projectId, text.articleId, ENGINE));
  if (kept) {
    known.set(text, kept);
    return kept;
  }
  const work = underWay.get(text) ?? workOut(db, loaded);
  underWay.set(text, work);
  if (text.text.length <= AT_ONCE) return work;
  // Nobody waits for it: should it fail, the next request starts it again.
  work.catch(() => underWay.delete(text));
  return null;
}

/** A long text is looked at slice by slice; a name is then carried on only inside its slice. */
async function workOut(db: Db, { text, member }: LoadedArticle): Promise<readonly Suggestion[]> {
  const all: Suggestion[] = [];
  for (const slice of sectionsOf(text.blocks, text.text.length, SLICE)) {
    await setImmediate();
    all.push(...suggestIn(text, slice));
  }
  known.set(text, all);
  await saveSuggestions(db, member.projectId, text.articleId, ENGINE, all).catch(unlessAway);
  return all;
}

/** They can be read without being kept, and are worked out again when the program starts anew. */
function unlessAway(error: unknown): void {
  if (!(error instanceof DatabaseAwayError)) throw error;
}

function suggestIn({ text, sentences }: ArticleText, slice: Span): Suggestion[] {
  const inside = sentences
    .filter((sentence) => overlaps(sentence, slice))
    .map((span) => shift(span, -slice.start));
  const { suggestions } = suggestAll(text.slice(slice.start, slice.end), inside);
  return suggestions.map((suggestion) => shiftSuggestion(suggestion, slice.start));
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function shiftSuggestion(suggestion: Suggestion, by: number): Suggestion {
  const parts = suggestion.parts.map((part) => shift(part, by));
  if (suggestion.tag !== 'quote') return { ...suggestion, parts };
  const { speakerSpan, cueSpan } = suggestion;
  return {
    ...suggestion,
    parts,
    ...(speakerSpan && { speakerSpan: shift(speakerSpan, by) }),
    ...(cueSpan && { cueSpan: shift(cueSpan, by) }),
  };
}

/** The suggestions that share words with a span; null where those of the article are not worked out. */
export async function suggestionsAt(db: Db, loaded: LoadedArticle): Promise<KnownOfText['suggestionsAt']> {
  if (!loaded.wantsSuggestions) return null;
  const all = await articleSuggestions(db, loaded);
  if (!all) return null;
  const found = placed.get(all) ?? suggestionsByPlace(all);
  placed.set(all, found);
  return found;
}

const placed = new WeakMap<readonly Suggestion[], ReturnType<typeof suggestionsByPlace>>();

/** The suggestions in a span that are open to this person and of a kind that they want to see. */
export async function openSuggestionsIn(
  db: Db,
  loaded: LoadedArticle,
  span: Span,
  { annotations, dismissed }: Standing,
): Promise<Suggestion[]> {
  if (!loaded.wantsSuggestions) return [];
  const all = (await articleSuggestions(db, loaded)) ?? [];
  const here = all.filter(
    (suggestion) =>
      isWanted(suggestion, loaded.suggestionChoice) && suggestion.parts.some((part) => overlaps(part, span)),
  );
  return openSuggestions(here, annotations, dismissed);
}

/** All suggestions of an article that are open to this person, whether or not they want to see such ones. */
export async function allOpenSuggestions(db: Db, loaded: LoadedArticle): Promise<Suggestion[]> {
  if (!loaded.wantsSuggestions) return [];
  const all = (await articleSuggestions(db, loaded)) ?? [];
  const { annotations, dismissed } = await readTaken(db, loaded);
  return openSuggestions(all, annotations, dismissed);
}

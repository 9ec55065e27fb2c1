import { v7 as uuidv7 } from 'uuid';
import { formatParts } from '../domain/annotation.ts';
import { InvalidInputError } from '../domain/errors.ts';
import type { Change } from '../domain/history.ts';
import { require } from '../domain/permission.ts';
import { contentOf, openSuggestions, suggestionKey } from '../domain/suggestion.ts';
import type { Tag } from '../domain/tag.ts';
import { annotationsWithin } from '../store/annotations.ts';
import type { Db } from '../store/client.ts';
import { planStep, saveStep } from '../store/steps.ts';
import { hullOf } from '../text/span.ts';
import { confidenceOf } from '../text/suggest/confidence.ts';
import type { Suggestion } from '../text/suggest/suggestion.ts';
import { marksOn } from './add-annotation.ts';
import type { LoadedArticle } from './load.ts';
import { annotatingScope } from './scope.ts';
import { openSuggestionsIn } from './suggest.ts';

/** Makes a suggestion the person's own annotation. Throws InvalidInputError (field `suggestion`) where it is not open. */
export async function acceptSuggestion(
  db: Db,
  loaded: LoadedArticle,
  key: string,
): Promise<readonly Change[]> {
  return accept(db, loaded, [await openSuggestion(db, loaded, key)]);
}

/** Accepts all open suggestions of a tag that the engine is at least this sure of, as one step. */
export async function acceptAll(
  db: Db,
  loaded: LoadedArticle,
  tag: Tag,
  least: number,
): Promise<readonly Change[]> {
  const open = await allOpen(db, loaded);
  const chosen = open.filter((suggestion) => suggestion.tag === tag && confidenceOf(suggestion) >= least);
  if (chosen.length === 0)
    throw new InvalidInputError({ suggestion: 'There is no such suggestion left to accept.' });
  return accept(db, loaded, withoutRivals(chosen));
}

/** Takes a suggestion out of the person's sight for good; undo brings it back. */
export async function dismissSuggestion(
  db: Db,
  loaded: LoadedArticle,
  key: string,
): Promise<readonly Change[]> {
  const { tag, parts } = await openSuggestion(db, loaded, key);
  const after = { tag, parts: formatParts(parts) };
  const changes: Change[] = [
    { subject: 'dismissal', subjectId: `${loaded.article.id}/${key}`, before: null, after },
  ];
  await saveStep(db, annotatingScope(loaded), { action: 'change', changes });
  return changes;
}

/** Behind the article's lock it is asked once more what is open: sent twice at once, nothing is accepted twice. */
async function accept(
  db: Db,
  loaded: LoadedArticle,
  suggestions: readonly Suggestion[],
): Promise<readonly Change[]> {
  const { text, member } = loaded;
  return planStep(db, annotatingScope(loaded), async (tx) => {
    const hull = hullOf(suggestions.flatMap(({ parts }) => parts));
    const there = await annotationsWithin(tx, member.projectId, text.articleId, hull);
    const open = openSuggestions(suggestions, there, new Set());
    if (open.length === 0) throw new InvalidInputError({ suggestion: NOT_THERE });
    const creations = open.map((suggestion): Change => {
      const after = { ...contentOf(text.text, suggestion), userId: member.userId };
      return { subject: 'annotation', subjectId: uuidv7(), before: null, after };
    });
    return [
      ...(await marksOn(
        tx,
        loaded,
        open.flatMap(({ parts }) => parts),
      )),
      ...creations,
    ];
  });
}

const NOT_THERE = 'This suggestion is not there any more.';

async function openSuggestion(db: Db, loaded: LoadedArticle, key: string): Promise<Suggestion> {
  const found = (await allOpen(db, loaded)).find((suggestion) => suggestionKey(suggestion) === key);
  if (!found) throw new InvalidInputError({ suggestion: NOT_THERE });
  return found;
}

async function allOpen(db: Db, loaded: LoadedArticle): Promise<Suggestion[]> {
  require(loaded.member, 'annotate');
  const span = { start: 0, end: loaded.text.text.length };
  const annotations = await annotationsWithin(db, loaded.member.projectId, loaded.article.id, span);
  return openSuggestionsIn(db, loaded, span, annotations);
}

/** Of suggestions of one tag on the same words the first alone is accepted, as one by one by hand. */
function withoutRivals(suggestions: readonly Suggestion[]): Suggestion[] {
  const kept: Suggestion[] = [];
  let end = -1;
  for (const suggestion of suggestions) {
    if ((suggestion.parts[0]?.start ?? 0) < end) continue;
    kept.push(suggestion);
    end = Math.max(end, suggestion.parts.at(-1)?.end ?? 0);
  }
  return kept;
}

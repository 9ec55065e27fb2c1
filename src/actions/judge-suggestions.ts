import { v7 as uuidv7 } from 'uuid';
import { formatParts } from '../domain/annotation.ts';
import { InvalidInputError } from '../domain/errors.ts';
import { type Change, creationOf } from '../domain/history.ts';
import { require } from '../domain/permission.ts';
import { contentOf, openSuggestions, suggestionKey } from '../domain/suggestion.ts';
import type { Tag } from '../domain/tag.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import { readStanding } from '../store/standing.ts';
import type { LockedArticle, Step } from '../store/step.ts';
import { type SavedStep, saveStep } from '../store/steps.ts';
import { hullOf } from '../text/span.ts';
import { confidenceOf } from '../text/suggest/confidence.ts';
import type { Suggestion } from '../text/suggest/suggestion.ts';
import { underOwnName, unmarking } from './add-annotation.ts';
import type { LoadedArticle } from './load.ts';
import { annotatingScope } from './scope.ts';
import { openSuggestionsIn } from './suggest.ts';

/**
 * Makes a suggestion the person's own annotation. Throws InvalidInputError (field `suggestion`) where it is
 * not open.
 */
export async function acceptSuggestion(db: Db, loaded: LoadedArticle, key: string): Promise<SavedStep> {
  return accept(db, loaded, [await openSuggestion(db, loaded, key)]);
}

/** Accepts all open suggestions of a tag that the engine is at least this sure of, as one step. */
export async function acceptAll(db: Db, loaded: LoadedArticle, tag: Tag, least: number): Promise<SavedStep> {
  const open = await allOpen(db, loaded);
  const chosen = open.filter((suggestion) => suggestion.tag === tag && confidenceOf(suggestion) >= least);
  if (chosen.length === 0) throw new InvalidInputError({ suggestion: t('change.noSuggestions') });
  return accept(db, loaded, withoutRivals(chosen));
}

/** Takes a suggestion out of the person's sight for good; undo brings it back. */
export async function dismissSuggestion(db: Db, loaded: LoadedArticle, key: string): Promise<SavedStep> {
  const { tag, parts } = await openSuggestion(db, loaded, key);
  const after = { tag, parts: formatParts(parts) };
  const changes: Change[] = [
    { subject: 'dismissal', subjectId: `${loaded.article.id}/${key}`, before: null, after },
  ];
  return saveStep(db, annotatingScope(loaded), async () => ({ action: 'change', changes }));
}

/**
 * Behind the article's lock it is asked once more what is open: sent twice at once, nothing is accepted
 * twice.
 */
async function accept(db: Db, loaded: LoadedArticle, suggestions: readonly Suggestion[]): Promise<SavedStep> {
  const { text, member } = loaded;
  const plan =
    (id: string) =>
    async (locked: LockedArticle): Promise<Step> => {
      const standing = await locked.standing(hullOf(suggestions.flatMap(({ parts }) => parts)));
      const open = openSuggestions(suggestions, standing.annotations, new Set());
      if (open.length === 0) throw new InvalidInputError({ suggestion: t('change.suggestionGone') });
      const creations = open.map((suggestion, at) =>
        creationOf(at === 0 ? id : uuidv7(), { ...contentOf(text.text, suggestion), userId: member.userId }),
      );
      const parts = open.flatMap((suggestion) => suggestion.parts);
      return { action: 'change', changes: [...unmarking(loaded, standing, parts), ...creations] };
    };
  return underOwnName(loaded.requestKey, (id) => saveStep(db, annotatingScope(loaded), plan(id)));
}

async function openSuggestion(db: Db, loaded: LoadedArticle, key: string): Promise<Suggestion> {
  const found = (await allOpen(db, loaded)).find((suggestion) => suggestionKey(suggestion) === key);
  if (!found) throw new InvalidInputError({ suggestion: t('change.suggestionGone') });
  return found;
}

async function allOpen(db: Db, loaded: LoadedArticle): Promise<Suggestion[]> {
  require(loaded.member, 'annotate');
  const span = { start: 0, end: loaded.text.text.length };
  return openSuggestionsIn(db, loaded, span, await readStanding(db, loaded, span));
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

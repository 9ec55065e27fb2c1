import { v7 as uuidv7 } from 'uuid';
import { formatParts, orderParts, parseParts } from '../domain/annotation.ts';
import { InvalidInputError } from '../domain/errors.ts';
import { type Change, creationOf } from '../domain/history.ts';
import { require } from '../domain/permission.ts';
import {
  contentOf,
  isSureEnough,
  openSuggestions,
  SUGGESTED_TAGS,
  type SuggestedPlace,
  type SuggestionChoice,
  suggestionKey,
} from '../domain/suggestion.ts';
import type { Tag } from '../domain/tag.ts';
import { t } from '../messages/language.ts';
import type { Db } from '../store/client.ts';
import type { LockedCoding, Step } from '../store/step.ts';
import { type SavedStep, saveStep } from '../store/steps.ts';
import { hullOf } from '../text/span.ts';
import type { Suggestion } from '../text/suggest/suggestion.ts';
import { underOwnName, unmarking } from './add-annotation.ts';
import type { LoadedArticle } from './load.ts';
import { annotatingScope } from './scope.ts';
import { allOpenSuggestions } from './suggest.ts';

/**
 * Makes a suggestion the person's own annotation. One that is not open any more is left as it is, and the
 * step shows what stands in its place. Throws InvalidInputError (field `suggestion`) for what names none.
 */
export async function acceptSuggestion(db: Db, loaded: LoadedArticle, key: string): Promise<SavedStep> {
  const open = await openSuggestion(db, loaded, key);
  return open ? accept(db, loaded, [open]) : leave(db, loaded, key);
}

/**
 * Accepts the open suggestions of a tag that the person wants to see, as one step; where there are none it
 * changes nothing.
 */
export async function acceptAll(db: Db, loaded: LoadedArticle, tag: Tag): Promise<SavedStep> {
  const chosen = acceptable(await allOpen(db, loaded), tag, loaded.suggestionChoice);
  if (chosen.length > 0) return accept(db, loaded, chosen);
  return saveStep(db, annotatingScope(loaded), async () => ({ action: 'change', changes: [] }));
}

/**
 * Those of open suggestions that accepting all of a tag would accept. Of some on the same words it is the
 * first alone, as one by one by hand.
 */
export function acceptable(
  open: readonly Suggestion[],
  tag: Tag,
  choice: SuggestionChoice,
): readonly Suggestion[] {
  return withoutRivals(
    open.filter((suggestion) => suggestion.tag === tag && isSureEnough(suggestion, choice)),
  );
}

/** Takes a suggestion out of the person's sight for good; undo brings it back. */
export async function dismissSuggestion(db: Db, loaded: LoadedArticle, key: string): Promise<SavedStep> {
  const open = await openSuggestion(db, loaded, key);
  if (!open) return leave(db, loaded, key);
  const changes = [dismissalOf(loaded, open)];
  return saveStep(db, annotatingScope(loaded), async () => ({ action: 'change', changes }));
}

function dismissalOf({ article }: LoadedArticle, suggestion: SuggestedPlace): Change {
  const { tag, parts } = suggestion;
  const subjectId = `${article.id}/${suggestionKey(suggestion)}`;
  return { subject: 'dismissal', subjectId, before: null, after: { tag, parts: formatParts(parts) } };
}

/** Changes nothing, and shows what stands where a suggestion was. */
async function leave(db: Db, loaded: LoadedArticle, key: string): Promise<SavedStep> {
  const shown = [dismissalOf(loaded, placeOf(loaded, key))];
  return saveStep(db, annotatingScope(loaded), async () => ({ action: 'change', changes: [], shown }));
}

/** Whether a step only shows that a suggestion was not open any more. */
export function isLeft({ changes, shown }: SavedStep): boolean {
  return changes.length === 0 && shown.length > 0 && shown.every(({ subject }) => subject === 'dismissal');
}

function placeOf({ text }: LoadedArticle, key: string): SuggestedPlace {
  const [name, written = ''] = key.split(':');
  const tag = SUGGESTED_TAGS.find((known) => known === name);
  if (!tag) throw new InvalidInputError({ suggestion: t('change.suggestionGone') });
  return { tag, parts: orderParts(parseParts(written), text.text.length) };
}

/**
 * Behind the article's lock it is asked once more what is open: sent twice at once, nothing is accepted
 * twice.
 */
async function accept(db: Db, loaded: LoadedArticle, suggestions: readonly Suggestion[]): Promise<SavedStep> {
  const { text, member } = loaded;
  const plan =
    (id: string) =>
    async (locked: LockedCoding): Promise<Step> => {
      const standing = await locked.standing(hullOf(suggestions.flatMap(({ parts }) => parts)));
      const open = openSuggestions(suggestions, standing.annotations, new Set());
      if (open.length === 0)
        return { action: 'change', changes: [], shown: suggestions.map((one) => dismissalOf(loaded, one)) };
      const creations = open.map((suggestion, at) =>
        creationOf(at === 0 ? id : uuidv7(), {
          ...contentOf(text.text, suggestion, standing.annotations),
          annotatorId: member.annotatorId,
        }),
      );
      const parts = open.flatMap((suggestion) => suggestion.parts);
      return { action: 'change', changes: [...unmarking(loaded, standing, parts), ...creations] };
    };
  return underOwnName(loaded.requestKey, (id) => saveStep(db, annotatingScope(loaded), plan(id)));
}

async function openSuggestion(db: Db, loaded: LoadedArticle, key: string): Promise<Suggestion | undefined> {
  return (await allOpen(db, loaded)).find((suggestion) => suggestionKey(suggestion) === key);
}

async function allOpen(db: Db, loaded: LoadedArticle): Promise<Suggestion[]> {
  require(loaded.member, 'writeCoding', loaded);
  return allOpenSuggestions(db, loaded);
}

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

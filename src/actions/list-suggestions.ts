import { isSureEnough, openSuggestions, type SuggestionChoice } from '../domain/suggestion.ts';
import { byTag, type TagCounts } from '../domain/tag.ts';
import type { Db } from '../store/client.ts';
import { findScoredClaims, readTaken, type ScoredClaim } from '../store/taken.ts';
import type { ClaimSuggestion, Suggestion } from '../text/suggest/suggestion.ts';
import { acceptable } from './judge-suggestions.ts';
import type { LoadedArticle } from './load.ts';
import { articleSuggestions } from './suggest.ts';

/** What a person may do with the suggestions of an article. */
export interface SuggestionOverview {
  readonly choice: SuggestionChoice;
  /** Those that accepting all of a tag would accept, whether or not the tag is shown. */
  readonly counts: TagCounts;
  /** Open ones of the shown tags of which the engine is not sure enough for this person. */
  readonly hidden: number;
  /** Open ones, in text order, whatever the choice. */
  readonly open: readonly Suggestion[];
}

/** The suggestions of an article that are open to a person; null while they are being worked out. */
export async function suggestionOverview(db: Db, loaded: LoadedArticle): Promise<SuggestionOverview | null> {
  const all = await articleSuggestions(db, loaded);
  if (!all) return null;
  const choice = loaded.suggestionChoice;
  const { annotations, dismissed } = await readTaken(db, loaded);
  const open = openSuggestions(all, annotations, dismissed);
  const counts = byTag((tag) => acceptable(open, tag, choice).length);
  const hidden = open.filter((one) => choice.tags.includes(one.tag) && !isSureEnough(one, choice)).length;
  return { choice, counts, hidden, open };
}

/** A claim of an article, suggested or tagged. */
export type RankedClaim =
  | { readonly suggestion: ClaimSuggestion; readonly score: number }
  | { readonly tagged: ScoredClaim; readonly score: number | null };

/** An article's claims, those most worth checking first; those without a score come last. */
export async function rankClaims(
  db: Db,
  loaded: LoadedArticle,
  open: readonly Suggestion[],
): Promise<RankedClaim[]> {
  const tagged = await findScoredClaims(db, loaded);
  const ranked: RankedClaim[] = [
    ...open.flatMap((suggestion) => ('score' in suggestion ? [{ suggestion, score: suggestion.score }] : [])),
    ...tagged.map((one) => ({ tagged: one, score: one.checkScore })),
  ];
  return ranked.sort((a, b) => (b.score ?? -1) - (a.score ?? -1));
}

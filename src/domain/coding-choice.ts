import { FINAL, type Lane } from './lane.ts';
import type { Member } from './member.ts';
import { type Sight, sees } from './sight.ts';

/**
 * Of which codings work is taken: of some lanes; or `settled`, of each article its final coding where that is done, else
 * those of its coders. It narrows what somebody may see, and never widens it.
 */
export type CodingChoice = 'settled' | { readonly lanes: readonly Lane[] };

/** How choices of codings are called in addresses and on the command line; anything else names an annotator. */
export const CODING_WORDS = ['settled', 'final', 'mine', 'all'] as const;

/**
 * The codings that somebody asks for; undefined for all that they may see. Without a word it is `settled`, where they see
 * the final coding and others beside it: else there is nothing to choose.
 */
export function codingChoice(member: Member, sight: Sight, asked: string): CodingChoice | undefined {
  if (asked === 'all') return undefined;
  if (asked === '' || asked === 'settled')
    return seesBoth(sight) && member.way === 'apart' ? 'settled' : undefined;
  if (asked === 'final') return { lanes: [FINAL] };
  if (asked === 'mine') return { lanes: member.way === 'apart' ? member.annotatorIds : [sight.main] };
  return { lanes: [asked] };
}

/** Whether somebody sees the final coding and others beside it. */
export function seesBoth(sight: Sight): boolean {
  return sees(sight, FINAL) && (sight.lanes === 'all' || sight.lanes.length > 1);
}

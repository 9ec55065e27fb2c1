import type { Member } from '../domain/permission.ts';
import type { SuggestionChoice } from '../domain/suggestion.ts';
import type { Db } from '../store/client.ts';
import { updateSuggestionChoice } from '../store/members.ts';

/** Keeps which suggestions a person wants to see in a project: everybody may choose that for themselves. */
export async function chooseSuggestions(db: Db, member: Member, choice: SuggestionChoice): Promise<void> {
  await updateSuggestionChoice(db, member, choice);
}

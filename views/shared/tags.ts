import { TAG_FACTS, type Tag } from '../../src/domain/tag.ts';

/** The classes of what belongs to a tag: its key, and the hue in which style sheets draw it. */
export function tagClass(tag: Tag): string {
  return `${tag} hue-${TAG_FACTS[tag].hue}`;
}

/** What a choice is called on the page, where its stored form is a sign. */
export const CHOICE_NAMES: Readonly<Record<string, string>> = {
  '=': 'exactly',
  '>': 'more than',
  '<': 'less than',
  '≥': 'at least',
  '≤': 'at most',
  '~': 'about',
};

import type { Tag } from '../../src/domain/tag.ts';

/** How each tag is named and shown: its letter is also its key. */
export const TAG_NAMES: Readonly<Record<Tag, { readonly name: string; readonly letter: string }>> = {
  claim: { name: 'Claim', letter: 'C' },
  quote: { name: 'Quote', letter: 'Q' },
  statistic: { name: 'Statistic', letter: 'S' },
};

/** What a choice is called on the page, where its stored form is a sign. */
export const CHOICE_NAMES: Readonly<Record<string, string>> = {
  '=': 'exactly',
  '>': 'more than',
  '<': 'less than',
  '≥': 'at least',
  '≤': 'at most',
  '~': 'about',
};

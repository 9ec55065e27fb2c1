import { oneOf, TAG_FACTS, TAGS } from './tag.ts';

/** One thing that keys do on the reading page. */
export interface KeyUse {
  /** Any of these, as they are written on keyboards; `+` joins keys held together. */
  readonly keys: readonly string[];
  readonly does: string;
}

/** The keys of the reading page, in the order in which they are explained. */
export const KEY_USES: readonly KeyUse[] = [
  { keys: ['J', '↓'], does: 'go to the next sentence; with Shift, extend the selection' },
  { keys: ['K', '↑'], does: 'go to the previous sentence; with Shift, extend the selection' },
  ...TAGS.map((tag) => ({ keys: [TAG_FACTS[tag].letter], does: `tag the selection as ${oneOf(tag)}` })),
  { keys: ['N'], does: 'mark the sentence as holding nothing, or take that back' },
  { keys: ['.', ','], does: 'go to the next or the previous sentence that is not coded' },
  { keys: ['W'], does: 'choose words with the arrow keys; Shift extends, Ctrl goes by characters' },
  { keys: ['+', 'P'], does: 'add the selection to the annotation at hand: a split quote is one quote' },
  { keys: ['O'], does: 'tag every occurrence of the selected words' },
  { keys: [']', '[', 'M', 'Shift+M'], does: 'go to the next or the previous annotation' },
  { keys: ['Enter', 'E'], does: 'edit the annotation at hand' },
  { keys: ['Delete'], does: 'delete the annotation at hand' },
  { keys: ['Alt+→', 'Alt+←'], does: 'move its end by a word' },
  { keys: ['Alt+Shift+→', 'Alt+Shift+←'], does: 'move its start by a word' },
  { keys: ['A', 'X'], does: 'accept or dismiss the suggestion at hand, and go to the next one' },
  { keys: ['Escape'], does: 'close the open form and go back to the text' },
  { keys: ['Z', 'Shift+Z'], does: 'undo, redo' },
  { keys: ['/'], does: 'find words in the article' },
  { keys: ['?'], does: 'open this page' },
];

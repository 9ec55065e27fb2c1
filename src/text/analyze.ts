import type { Structure } from './blocks.ts';
import { structureOf } from './structure.ts';
import { type Suggestions, suggestAll } from './suggest/all.ts';

/** All that the text engine says of a text by itself. `scores` has one number for each sentence. */
export interface Analysis extends Structure, Suggestions {}

/**
 * Blocks, sentences and suggestions of a text, in UTF-16 code units of the text as it is given: a text that is to be
 * stored is normalised first. Takes time linear in the text's length; an empty text has nothing in it.
 */
export function analyzeText(text: string): Analysis {
  const structure = structureOf(text);
  return { ...structure, ...suggestAll(text, structure.sentences) };
}

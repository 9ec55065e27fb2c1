import { foreignCode, languageOf } from './language.ts';
import { splitSentences } from './segment.ts';
import type { Span } from './span.ts';
import { type Suggestions, suggestAll } from './suggest/all.ts';

/** All that the text engine says of a text by itself. `scores` has one number for each sentence. */
export interface Analysis extends Suggestions {
  readonly sentences: readonly Span[];
}

/**
 * Sentences and suggestions of a text, in UTF-16 code units of the text as it is given: no markup is read in
 * it, and a headline is a sentence like any other. `told` is its language, a BCP 47 tag, where that is known. Takes
 * time linear in the text's length; an empty text has nothing in it.
 */
export function analyzeText(text: string, told?: string | null): Analysis {
  const language = languageOf(text, told);
  const sentences = splitSentences(text, undefined, foreignCode(language));
  return { sentences, ...suggestAll(text, sentences, language) };
}

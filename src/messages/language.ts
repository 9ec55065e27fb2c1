import { AsyncLocalStorage } from 'node:async_hooks';
import * as messages from './en/index.ts';
import { findLanguageBy, type Language } from './say.ts';

export type { Language, MessageKey, PlainKey } from './say.ts';
export { inList, inTime, inWords, language, rich, t } from './say.ts';

export const ENGLISH: Language = { code: 'en', locale: 'en-GB', direction: 'ltr', messages };

interface Speaking {
  readonly spoken: Language;
  /** The same, with what a project calls things. */
  said: Language;
}

const ofRequest = new AsyncLocalStorage<Speaking>();

findLanguageBy(() => ofRequest.getStore()?.said ?? ENGLISH);

/** Does something, and all that follows from it, in a language. */
export function inLanguage<Value>(language: Language, deed: () => Value): Value {
  return ofRequest.run({ spoken: language, said: language }, deed);
}

/** From now on to the end of what was begun in a language, speaks it in words that a project has of its own. */
export function speakAs(inItsWords: (language: Language) => Language): void {
  const speaking = ofRequest.getStore();
  if (speaking) speaking.said = inItsWords(speaking.spoken);
}

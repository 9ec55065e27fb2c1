import { AsyncLocalStorage } from 'node:async_hooks';
import * as messages from './en/index.ts';
import { findLanguageBy, type Language } from './say.ts';

export type { Language, MessageKey, PlainKey } from './say.ts';
export { inList, inTime, inWords, language, rich, t } from './say.ts';

export const ENGLISH: Language = { code: 'en', locale: 'en-GB', direction: 'ltr', messages };

const ofRequest = new AsyncLocalStorage<Language>();

findLanguageBy(() => ofRequest.getStore() ?? ENGLISH);

/** Does something, and all that follows from it, in a language. */
export function inLanguage<Value>(language: Language, deed: () => Value): Value {
  return ofRequest.run(language, deed);
}

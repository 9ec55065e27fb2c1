import { findLanguageBy, type Language } from '../messages/say.ts';

export { t } from '../messages/say.ts';

let found: Language | undefined;

findLanguageBy(() => {
  found ??= readLanguage();
  return found;
});

/** The page carries the messages that this code says. */
function readLanguage(): Language {
  const { lang, dir } = document.documentElement;
  const carried = document.getElementById('messages')?.textContent ?? '{}';
  // Written by the server from the catalogue.
  const messages = JSON.parse(carried) as Language['messages'];
  return { code: lang, locale: lang, direction: dir === 'rtl' ? 'rtl' : 'ltr', messages };
}

import { expect, it } from 'vitest';
import { structureOf } from '../../../../src/text/structure.ts';
import { plainQuotes } from '../../../../src/text/suggest/quote/plain-quotes.ts';

function quoted(text: string): string[] {
  return plainQuotes(text, structureOf(text).sentences).flatMap(({ parts }) =>
    parts.map(({ start, end }) => text.slice(start, end)),
  );
}

it.each([
  ['„Wir kommen.“ Mehr sagte er nicht.', '„Wir kommen.“'],
  ['Sie sagte: „Das stimmt“.', '„Das stimmt“'],
  ['« C’est faux ! », affirme la maire.', '« C’est faux ! »'],
  ['La maire a répondu : « c’est faux ».', '« c’est faux »'],
  ['«¡No es cierto!», dijo la alcaldesa.', '«¡No es cierto!»'],
  ['„Das haben wir nie so beschlossen“, sagte die Bürgermeisterin.', '„Das haben wir nie so beschlossen“'],
])('%s holds a quote', (text, quote) => {
  expect(quoted(text)).toEqual([quote]);
});

it.each([
  'Der Film „Krieg und Frieden“ läuft im Kino.',
  'Er las „Der Spiegel“, „Die Zeit“ und „Das Blatt“.',
  'Das „grüne Wunder“ blieb aus.',
  'Zwei Wörter: „Angela Merkel“.',
  'Le journal « Le Monde » en parle.',
  'Ein Ruf: „Halt!“',
])('%s holds none', (text) => {
  expect(quoted(text)).toEqual([]);
});

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
  ['« C’est fini », a déclaré le maire.', '« C’est fini »'],
  ['« C’est fini », s’est exclamé le maire.', '« C’est fini »'],
  ['« Oui », a-t-il répondu.', '« Oui »'],
  ['« On attend », dit-elle.', '« On attend »'],
  ['„Es ist vorbei“, sagte der Bürgermeister.', '„Es ist vorbei“'],
  ['„Wir warten“, so Anna Roth am Abend.', '„Wir warten“'],
  ['»Wir warten«, hat sie gesagt.', '»Wir warten«'],
  ['«No hay dinero», afirmó la alcaldesa.', '«No hay dinero»'],
  ['“Não há dinheiro”, disse o prefeito.', '“Não há dinheiro”'],
  ['«È finita», ha detto il sindaco.', '«È finita»'],
  ['‘Het is klaar’, zei de burgemeester.', '‘Het is klaar’'],
  ['”Det är klart”, säger Anna Berg.', '”Det är klart”'],
  ['„Jest gotowe”, powiedział burmistrz.', '„Jest gotowe”'],
  ['„Czekamy” – dodała Anna Nowak.', '„Czekamy”'],
  ['«Мы ждём», — заявила Анна Петрова.', '«Мы ждём»'],
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
  'Der Film „Das Boot“ sagte mir nichts.',
  'Er las „Die Zeit“, das Blatt und mehr.',
  'Le film « La Mer », sorti lundi, a déçu.',
  'Den Film „Das Boot“, sagtest du, kennst du nicht.',
])('%s holds none', (text) => {
  expect(quoted(text)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/text/language.ts';

describe('the language that a text shows', () => {
  test.each([
    ['The council met on Monday and voted for the plan.', 'en'],
    ['Der Rat tagte am Montag und stimmte für den Plan.', 'de'],
    ['Le conseil a voté lundi pour le plan, selon la mairie.', 'fr'],
    ['El consejo votó el lunes por el plan de la ciudad.', 'es'],
    ['O conselho votou na segunda-feira e não há mais prazo.', 'pt'],
    ['Il consiglio ha votato lunedì e non si è più riunito.', 'it'],
    ['De raad stemde maandag voor het plan van de stad.', 'nl'],
    ['Rada zagłosowała w poniedziałek za planem i nie chce go zmieniać.', 'pl'],
    ['Совет проголосовал в понедельник.', 'ru'],
    ['Рада проголосувала в понеділок за її план і її бюджет.', 'uk'],
    ['市议会星期一投票。', 'zh'],
    ['市議会は月曜日に投票した。', 'ja'],
    ['시의회는 월요일에 투표했다.', 'ko'],
    ['صوت المجلس يوم الاثنين', 'ar'],
    ['परिषद ने सोमवार को मतदान किया।', 'hi'],
    ['สภาลงคะแนนในวันจันทร์', 'th'],
  ])('%s', (text, code) => {
    expect(languageOf(text)).toMatchObject({ code, english: code === 'en' });
  });

  test('is left open where no word tells, and read as English', () => {
    expect(languageOf('Reykjavik 4, Tromsø 2')).toMatchObject({ code: undefined, english: true });
    expect(languageOf('')).toMatchObject({ code: undefined, english: true, numbers: 'point' });
  });

  test('is English in an English text that quotes others', () => {
    const text =
      'The sign said “Der Zug der Stadt ist nicht da”, and the crowd was told to go home by the guard.';
    expect(languageOf(text).code).toBe('en');
  });

  test.each([
    ['L’homme n’a pas vu les gens qui sont dans la rue.', 'fr'],
    ['ЯÉ œuvre: «Les gens qui ont vu ça ne sont pas là, et c’est tout»', 'fr'],
    ["It's not what they've seen, and he's sure it isn't theirs.", 'en'],
    ['“ÄPFEL UND BIRNEN WERDEN IN DER STADT NICHT VERKAUFT”', 'de'],
  ])('by whole words, of any letters and capitals: %s', (text, code) => {
    expect(languageOf(text).code).toBe(code);
  });

  test('not by the letters behind a figure', () => {
    expect(languageOf('1e 2e 3e 4e 5e 6e').code).toBe(undefined);
  });
});

describe('the language that an article says', () => {
  test('counts where the words tell nothing', () => {
    expect(languageOf('Umsatz: 1.500', 'de')).toMatchObject({ code: 'de', english: false, numbers: 'comma' });
    expect(languageOf('Umsatz: 1.500', 'de-CH').numbers).toBe('point');
    expect(languageOf('Ventas: 1.500', 'es_MX').numbers).toBe('point');
  });

  test('does not count where the words plainly say otherwise', () => {
    const text =
      'Der Rat tagte am Montag und stimmte für den Plan, der nach dem Sommer mit einer Reform beginnt.';
    expect(languageOf(text, 'en')).toMatchObject({ code: 'de', english: false });
    expect(
      languageOf('The council met on Monday and voted for the plan that was put to it.', 'de').code,
    ).toBe('en');
  });

  test('may be nonsense', () => {
    for (const told of ['', '  ', '??', 'english', null])
      expect(languageOf('Reykjavik 4', told).english).toBe(true);
  });
});

describe('how numbers are written', () => {
  test('is what the language does', () => {
    expect(languageOf('Der Rat zahlt 1.500 Euro für die Brücke.').numbers).toBe('comma');
    expect(languageOf('صوت المجلس يوم الاثنين').numbers).toBe('unknown');
  });

  test('is what the text shows, where it does', () => {
    expect(languageOf('The town has 45.000 homes and lost 2,3 million euros.').numbers).toBe('comma');
    expect(languageOf('El pueblo tiene 12.5 por ciento de las 1,250.50 casas.').numbers).toBe('point');
    expect(languageOf('The score was 2,3 to one, and 1,250 came.').numbers).toBe('point');
  });
});

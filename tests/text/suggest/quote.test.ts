import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { splitSentences } from '../../../src/text/segment.ts';
import { quotesNear, readQuote, suggestQuotes } from '../../../src/text/suggest/quote.ts';
import type { QuoteSuggestion } from '../../../src/text/suggest/suggestion.ts';

function suggest(text: string): QuoteSuggestion[] {
  return suggestQuotes(text, splitSentences(text));
}

/** One line a quote: type, speaker (with role; "?" where unresolved), cue, parts. */
function show(text: string): string[] {
  return suggest(text).map(({ parts, quoteType, speaker, speakerRole, speakerResolved, cue }) => {
    const who = `${speaker ?? '-'}${speakerRole ? ` (${speakerRole})` : ''}${speakerResolved === false ? ' ?' : ''}`;
    const words = parts.map(({ start, end }) => text.slice(start, end)).join(' + ');
    return `${quoteType} | ${who} | ${cue ?? '-'} | ${words}`;
  });
}

type Case = readonly [text: string, ...quotes: string[]];

function check(text: string, ...quotes: string[]): void {
  expect(show(text)).toEqual(quotes);
}

describe('direct quotes', () => {
  const cases: readonly Case[] = [
    ['“The tide is late,” Ann Lee said.', 'direct | Ann Lee | said | “The tide is late,”'],
    ['"The tide is late," said Ann Lee.', 'direct | Ann Lee | said | "The tide is late,"'],
    ['‘The tide is late,’ said Ann Lee.', 'direct | Ann Lee | said | ‘The tide is late,’'],
    ["'The tide is late', Ann Lee said.", "direct | Ann Lee | said | 'The tide is late'"],
    ["''The tide is late,'' Ann Lee said.", "direct | Ann Lee | said | ''The tide is late,''"],
    ['«The tide is late», said Ann Lee.', 'direct | Ann Lee | said | «The tide is late»'],
    ['„The tide is late“, said Ann Lee.', 'direct | Ann Lee | said | „The tide is late“'],
    ['Ann Lee said: “The tide is late.”', 'direct | Ann Lee | said | “The tide is late.”'],
    ['Ann Lee said, “The tide is late.”', 'direct | Ann Lee | said | “The tide is late.”'],
    ['“Is the tide late?” asked Ann Lee.', 'direct | Ann Lee | asked | “Is the tide late?”'],
    ['“No,” she said.', 'direct | she ? | said | “No,”'],
    [
      '“Because,” Ann Lee went on, “nobody else would.”',
      'direct | Ann Lee | went on | “Because,” + “nobody else would.”',
    ],
    ['Kim Roe smiled: “Goals win games.”', 'direct | Kim Roe | smiled | “Goals win games.”'],
    [
      '“Goals win games,” said striker Leo Braun, 24.',
      'direct | Leo Braun (striker) | said | “Goals win games,”',
    ],
    [
      '“We lost the ball too often,” the coach told reporters after the match.',
      'direct | the coach ? | told | “We lost the ball too often,”',
    ],
    [
      '“The sample was too small,” Dr. Mira Voss of the Tallis Institute said in an interview on Monday.',
      'direct | Mira Voss (Dr.) | said | “The sample was too small,”',
    ],
    [
      'Detective Inspector Omar Reid, of Wexley Police, added: ‘This was a cowardly attack.’',
      'direct | Omar Reid (Detective Inspector) | added | ‘This was a cowardly attack.’',
    ],
    [
      'Asked whether he would resign, the prime minister said: “Absolutely not.”',
      'direct | the prime minister ? | said | “Absolutely not.”',
    ],
    ['As Ann Lee put it, “the game is up.”', 'direct | Ann Lee | put it | “the game is up.”'],
  ];
  it.each(cases)('%s', check);
});

describe('quotes in several parts', () => {
  const cases: readonly Case[] = [
    [
      '“We are cutting fares,” Ann Lee said, “because the ferries are empty.”',
      'direct | Ann Lee | said | “We are cutting fares,” + “because the ferries are empty.”',
    ],
    [
      '“We are cutting fares,” said Ann Lee, who runs the port. “The ferries are empty.”',
      'direct | Ann Lee | said | “We are cutting fares,” + “The ferries are empty.”',
    ],
    [
      '“We are cutting fares.” Ann Lee said, “with some regret.”',
      'direct | Ann Lee | said | “We are cutting fares.” + “with some regret.”',
    ],
    [
      'The winter will be hard, Ann Lee warned. “Stocks are low and the roads are bad.”',
      'mixed | Ann Lee | warned | The winter will be hard + “Stocks are low and the roads are bad.”',
    ],
    [
      'The judge, Tom Hale, said: “You showed no remorse.\n\n“You will serve six years.”',
      'direct | Tom Hale | said | “You showed no remorse. + “You will serve six years.”',
    ],
    [
      '“We heard a bang.\n\n“Then the lights went out,” Ann Lee said.',
      'direct | Ann Lee | said | “We heard a bang. + “Then the lights went out,”',
    ],
    [
      'Ann Lee said:\n\n“The port is closed until further notice.”',
      'direct | Ann Lee | said | “The port is closed until further notice.”',
    ],
    [
      '“We are refugees,” Ada Noor said. “We have papers.” Sami Haddad said: “The camp is full.”',
      'direct | Ada Noor | said | “We are refugees,” + “We have papers.”',
      'direct | Sami Haddad | said | “The camp is full.”',
    ],
  ];
  it.each(cases)('%s', check);

  it('gives a quote paragraph without cue to whoever spoke last', () => {
    const quotes = suggest('“We won,” Ann Lee said.\n\n“It took nine hours to count the votes.”');
    expect(quotes.map((quote) => [quote.speaker, quote.cue])).toEqual([
      ['Ann Lee', 'said'],
      ['Ann Lee', undefined],
    ]);
  });
});

describe('indirect and mixed quotes', () => {
  const cases: readonly Case[] = [
    ['Ann Lee said that the port would close.', 'indirect | Ann Lee | said | that the port would close'],
    ['Ann Lee said the port would close.', 'indirect | Ann Lee | said | the port would close'],
    ['The port would close, Ann Lee said.', 'indirect | Ann Lee | said | The port would close'],
    [
      'The port, Ann Lee said, would close on Friday.',
      'indirect | Ann Lee | said | The port + would close on Friday',
    ],
    [
      'Shares would rise 5%, analysts at Corran Bank said on Tuesday.',
      'indirect | analysts at Corran Bank ? | said | Shares would rise 5%',
    ],
    [
      'According to the Ministry of Health, 45 people were infected.',
      'indirect | Ministry of Health | According to | 45 people were infected',
    ],
    [
      'About 45 people were infected, according to Ann Lee.',
      'indirect | Ann Lee | according to | About 45 people were infected',
    ],
    [
      'Ann Lee told the BBC on Monday that the port would close.',
      'indirect | Ann Lee | told | that the port would close',
    ],
    ['Ann Lee told him the port was shut.', 'indirect | Ann Lee | told | the port was shut'],
    [
      'The club had no money, Ann Lee said, adding that players had not been paid.',
      'indirect | Ann Lee | said | The club had no money',
      'indirect | Ann Lee | adding | that players had not been paid',
    ],
    [
      'Ann Lee vowed to appeal and claimed that the trial was rigged.',
      'indirect | Ann Lee | vowed | to appeal',
      'indirect | Ann Lee | claimed | that the trial was rigged',
    ],
    ['Ann Lee urged ministers to act.', 'indirect | Ann Lee | urged | to act'],
    ['Ann Lee criticised the new fares.', 'indirect | Ann Lee | criticised | the new fares'],
    ['Ann Lee called for lower fares on Monday.', 'indirect | Ann Lee | called | lower fares'],
    [
      'Ann Lee believes that the port will close.',
      'indirect | Ann Lee | believes | that the port will close',
    ],
    [
      'Ann Lee asked whether the port would close.',
      'indirect | Ann Lee | asked | whether the port would close',
    ],
    [
      'Police said a 19-year-old man had been arrested, adding that inquiries continued.',
      'indirect | Police ? | said | a 19-year-old man had been arrested',
      'indirect | Police ? | adding | that inquiries continued',
    ],
    [
      'Ann Lee said the plan was “a disaster” for the town.',
      'mixed | Ann Lee | said | the plan was “a disaster” for the town',
    ],
    [
      'The plan, Ann Lee said, is “a disaster for the town.”',
      'mixed | Ann Lee | said | The plan + is “a disaster for the town.”',
    ],
    [
      'LEEDS, May 3 (Wire) — The port would close, Ann Lee said.',
      'indirect | Ann Lee | said | The port would close',
    ],
    [
      'The deal collapsed overnight, said Ann Lee, a lawyer for the port.',
      'indirect | Ann Lee (lawyer for the port) | said | The deal collapsed overnight',
    ],
    [
      'Prosecutors allege Pratt lied. His barrister, Lucy Shaw KC, said he was “deeply sorry”.',
      'indirect | Prosecutors ? | allege | Pratt lied',
      'mixed | Lucy Shaw | said | he was “deeply sorry”',
    ],
    [
      'Rovers boss Kim Hale insisted her side “deserved better” and refused to blame the referee.',
      'mixed | Kim Hale (Rovers boss) | insisted | her side “deserved better”',
      'indirect | Kim Hale (Rovers boss) | refused | to blame the referee',
    ],
    ['The plan was criticised by Ann Lee.', 'indirect | Ann Lee | criticised | The plan'],
  ];
  it.each(cases)('%s', check);
});

describe('what is no quote', () => {
  it.each([
    'The film “The Long Road Home” opens on Friday.',
    'The film, called “The Long Road Home,” opens on Friday.',
    'The minister’s “robust” plan is late.',
    'Mike “The Hammer” Dunn won the bout.',
    'The players’ union met the owners’ lawyers.',
    'The ’90s were kind to rock ’n’ roll.',
    'The United States and the state of Ohio share the cost.',
    'Police found a 12" knife and a 6\' ladder in the shed.',
    'The reported figure was a claim of the state.',
    'She has 270 pledged delegates.',
    'The Latest: snow shuts schools in the north.',
    'Margins widened by 140 basis points to 12.6 percent.',
    'Snow is forecast on high ground by Sunday.',
    'Work on the line will begin “within weeks”.',
    'His opposite number, Sven Aalto, disagreed.',
  ])('%s', (text) => {
    expect(show(text)).toEqual([]);
  });
});

describe('speakers', () => {
  const cases: readonly Case[] = [
    [
      'Maj. Gen. Rupert Hale said the road was open. “It is quiet,” he said. The general said that shops had reopened.',
      'indirect | Rupert Hale (Maj. Gen.) | said | the road was open',
      'direct | Rupert Hale (Maj. Gen.) | said | “It is quiet,”',
      'indirect | Rupert Hale (Maj. Gen.) | said | that shops had reopened',
    ],
    [
      'Lena Ortiz, a marine biologist at Porto, said the reef was dying. “It will go,” Ortiz said. The biologist said time was short.',
      'indirect | Lena Ortiz (marine biologist at Porto) | said | the reef was dying',
      'direct | Lena Ortiz (marine biologist at Porto) | said | “It will go,”',
      'indirect | Lena Ortiz (marine biologist at Porto) | said | time was short',
    ],
    [
      'Harbour master Ann Lee said the port was shut.',
      'indirect | Ann Lee (Harbour master) | said | the port was shut',
    ],
    [
      'The Ministry of Transport opened an inquiry. The ministry said the line was safe.',
      'indirect | Ministry of Transport | said | the line was safe',
    ],
    [
      'Mary Thorne resigned on Monday. She said the council had failed.',
      'indirect | Mary Thorne | said | the council had failed',
    ],
    [
      'Mary Thorne met Paul Reyes. “I am ready,” Reyes said. “So am I,” she said.',
      'direct | Paul Reyes | said | “I am ready,”',
      'direct | Mary Thorne | said | “So am I,”',
    ],
    [
      '“We will appeal,” his lawyer, Mark Stone, told the judge.',
      'direct | Mark Stone | told | “We will appeal,”',
    ],
    [
      'Tom ‘Tiny’ Hughes, 45, of Leeds, said the club was finished.',
      'indirect | Tom ‘Tiny’ Hughes | said | the club was finished',
    ],
    [
      'Ann Lee resigned. The minister was asked to stay. “Why would I?” she replied.',
      'direct | she ? | replied | “Why would I?”',
    ],
    [
      'Mr Justice Coe jailed Dale Pratt. “You are a danger,” the judge told him.',
      'direct | Coe (Mr Justice) | told | “You are a danger,”',
    ],
    [
      'The fee is unlawful, the Office for Harbour Dues said.',
      'indirect | Office for Harbour Dues | said | The fee is unlawful',
    ],
    [
      'Abdul Rahman al-Sayed, the port’s spokesman, denied that it was shut.',
      'indirect | Abdul Rahman al-Sayed (port’s spokesman) | denied | that it was shut',
    ],
    [
      'Prosecutor Leon Marsh said the fraud was plain.',
      'indirect | Leon Marsh (Prosecutor) | said | the fraud was plain',
    ],
    ['Mayor Paula Roe: “Enough.” She left the room.', 'direct | Paula Roe (Mayor) | : | “Enough.”'],
    ['Ann Lee on Thursday said the port was shut.', 'indirect | Ann Lee | said | the port was shut'],
    ['Ann Lee (Lab.) said the port was shut.', 'indirect | Ann Lee | said | the port was shut'],
    ['Ann Lee, who runs the port, said it was shut.', 'indirect | Ann Lee | said | it was shut'],
  ];
  it.each(cases)('%s', check);

  it('marks the words on the page', () => {
    const text = 'Maj. Gen. Rupert Hale spoke. “It is quiet,” the general said.';
    const [quote] = suggest(text);
    const { speakerSpan, cueSpan } = quote ?? {};
    expect(speakerSpan && text.slice(speakerSpan.start, speakerSpan.end)).toBe('the general');
    expect(cueSpan && text.slice(cueSpan.start, cueSpan.end)).toBe('said');
  });
});

describe('reasons', () => {
  it.each([
    ['“It is late,” Ann Lee said.', [{ code: 'quoted' }, { code: 'attributedAfter', words: 'Ann Lee said' }]],
    [
      'Ann Lee said the port was shut.',
      [{ code: 'reported' }, { code: 'attributedBefore', words: 'Ann Lee said' }],
    ],
    [
      'Dr. Ann Lee spoke. “It is late,” she said.',
      [
        { code: 'quoted' },
        { code: 'attributedAfter', words: 'she said' },
        { code: 'standsFor', words: 'she', name: 'Ann Lee' },
      ],
    ],
  ])('%s', (text, reasons) => {
    expect(suggest(text)[0]?.reasons).toEqual(reasons);
  });
});

describe('a quote tagged by hand', () => {
  const text =
    'Maj. Gen. Rupert Hale arrived. “It is quiet here,” he said. “Nobody shoots.” He left at noon.';

  function readAt(words: string) {
    const start = text.indexOf(words);
    const parts = [{ start, end: start + words.length }];
    return readQuote(text, parts, quotesNear(text, parts, splitSentences(text)));
  }

  it.each([
    ['It is quiet here', 'direct'],
    ['“It is quiet here,”', 'direct'],
    ['“Nobody shoots.”', 'direct'],
    ['“It is quiet here,” he said.', 'mixed'],
    ['quiet here', 'indirect'],
  ])('%s', (words, quoteType) => {
    expect(readAt(words)).toMatchObject({
      quoteType,
      speaker: 'Rupert Hale',
      speakerRole: 'Maj. Gen.',
      cue: 'said',
    });
  });

  it('says nothing about a speaker where the text does not', () => {
    expect(readAt('He left at noon')).toEqual({ quoteType: 'indirect' });
  });

  it('reads the neighbourhood of a long article only', () => {
    const filler = 'The sea was calm and grey. '.repeat(2000);
    const long = `${filler}“It is late,” Ann Lee said. ${filler}`;
    const part = { start: filler.length, end: filler.length + 13 };
    expect(readQuote(long, [part], quotesNear(long, [part], splitSentences(long)))).toMatchObject({
      speaker: 'Ann Lee',
      quoteType: 'direct',
    });
  });
});

/** Words and marks that quotes are made of, in any order. */
const newsLike = fc
  .array(
    fc.constantFrom(
      'said',
      'Ann',
      'Lee',
      'told',
      'that',
      'the',
      'who',
      'and',
      'according to',
      'he',
      'noting',
      'called',
      '“',
      '”',
      '"',
      '‘',
      '’',
      "'",
      ',',
      '.',
      ':',
      ';',
      '(',
      ')',
      '—',
      '\n',
      '\n\n',
      '«',
      '»',
      '„',
      '``',
      "''",
      '5',
    ),
    { maxLength: 80 },
  )
  .map((words) => words.join(' ').replaceAll(' ,', ',').replaceAll('“ ', '“').replaceAll(' ”', '”'));

describe('any text', () => {
  it.each([
    ['random Unicode', fc.string({ unit: 'binary', maxLength: 300 })],
    ['news-like words', newsLike],
  ])('gives parts that are whole, in order and apart: %s', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { parts } of suggest(text)) {
          expect(parts.length).toBeGreaterThan(0);
          parts.forEach(({ start, end }, index) => {
            expect(start).toBeGreaterThanOrEqual(parts[index - 1]?.end ?? 0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the suggestions in text order, the same each time', () => {
    fc.assert(
      fc.property(newsLike, (text) => {
        const quotes = suggest(text);
        const starts = quotes.map((quote) => quote.parts[0]?.start ?? 0);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        expect(suggest(text)).toEqual(quotes);
      }),
    );
  });

  it.each([
    ['quote marks', '"'],
    ['opening marks', '“'],
    ['paired marks', '“”'],
    ['apostrophes', "'"],
    ['brackets', '('],
    ['digits', '1'],
    ['one word', 'a'],
    ['cues', 'said '],
    ['nested cues', 'that said '],
    ['attributions', '“a,” he said, '],
    ['open lines', '“a\n'],
  ])('ends on a long run of %s', (_name, unit) => {
    const text = unit.repeat(200_000 / unit.length);
    const whole = suggestQuotes(text, [{ start: 0, end: text.length }]);
    expect(whole.every((quote) => quote.parts.every((part) => part.end <= text.length))).toBe(true);
  });
});

describe('who speaks where no listed verb tells', () => {
  test.each([
    [
      '“The tram is never on time,” fumed Ines Okafor.',
      'direct | Ines Okafor | fumed | “The tram is never on time,”',
    ],
    [
      '“The tram is a joke,” Ines Okafor raged on Monday.',
      'direct | Ines Okafor | raged | “The tram is a joke,”',
    ],
    [
      'But boss Tam Reyes hit back: “It was a bit of old rope.”',
      'direct | Tam Reyes (boss) | hit | “It was a bit of old rope.”',
    ],
    [
      '“The weir will reopen in June.” – Ines Okafor, mayor of Alder',
      'direct | Ines Okafor (mayor of Alder) | – | “The weir will reopen in June.”',
    ],
    [
      '“The weir will reopen in June, come what may.”\n\n— Mayor Ines Okafor',
      'direct | Ines Okafor (Mayor) | — | “The weir will reopen in June, come what may.”',
    ],
    [
      'And from Councillor Ines Okafor:\n\n“The weir will reopen in June.”',
      'direct | Ines Okafor (Councillor) | : | “The weir will reopen in June.”',
    ],
    [
      '«We will not go to the meeting», snapped Tam Reyes.',
      'direct | Tam Reyes | snapped | «We will not go to the meeting»',
    ],
    [
      '„We will not go to the meeting“, said Tam Reyes.',
      'direct | Tam Reyes | said | „We will not go to the meeting“',
    ],
    [
      '“The weir will hold,” Ines Okafor was quoted by local media as saying.',
      'direct | Ines Okafor | quoted | “The weir will hold,”',
    ],
    [
      'The paper quoted Tam Reyes as saying the weir was old.',
      'indirect | Tam Reyes | saying | the weir was old',
    ],
    [
      'The storm, according to forecasters, will hit on Friday.',
      'indirect | forecasters ? | according to | The storm + will hit on Friday',
    ],
    [
      'As per the auditor’s report, the office spent too much.',
      'indirect | the auditor’s report ? | As per | the office spent too much',
    ],
  ])('%s', (text, quote) => {
    expect(show(text)).toEqual([quote]);
  });
});

describe('speakers behind places, offices and what people are', () => {
  test.each([
    [
      'PORT ALDER: The weir will reopen in June, Minister T. Reyes said on Monday.',
      'indirect | T. Reyes (Minister) | said | The weir will reopen in June',
    ],
    [
      'ALDER (Wire): Two men were held on Monday, police said.',
      'indirect | police ? | said | Two men were held on Monday',
    ],
    [
      'Ines Okafor, Chief Operating Officer, Alder Trams, said: “We are glad.”',
      'direct | Ines Okafor (Chief Operating Officer) | said | “We are glad.”',
    ],
    [
      'Fires fell last year, according to the state fire marshal.',
      'indirect | the state fire marshal ? | according to | Fires fell last year',
    ],
    [
      'Her former pupil, the painter Tam Reyes, said she was strict.',
      'indirect | Tam Reyes (painter) | said | she was strict',
    ],
    [
      'Leader of the Opposition Ines Okafor alleged that the figures were wrong.',
      'indirect | Ines Okafor | alleged | that the figures were wrong',
    ],
    [
      'Alder Trams this month announced that fares would rise.',
      'indirect | Alder Trams | announced | that fares would rise',
    ],
  ])('%s', (text, quote) => {
    expect(show(text)).toEqual([quote]);
  });

  test('a person behind a word for what they are is one whom “he” can mean', () => {
    const quotes = show(
      'Sheriff Ines Okafor spoke. Neighbor Omar Reyes was not so sure. “They took mine twice,” he said.',
    );
    expect(quotes).toEqual(['direct | Omar Reyes (Neighbor) | said | “They took mine twice,”']);
  });
});

describe('interviews', () => {
  test('have the answers as quotes of whom the labels name', () => {
    const text = 'Smith: Why not now?\n\nOkafor: Because the weir is old. It leaks.';
    expect(show(text)).toEqual(['direct | Okafor | : | Because the weir is old. It leaks.']);
  });

  test('have the guest as the speaker of an “A:”', () => {
    const text =
      'An interview with Ines Okafor.\n\nQ: Why not now?\n\nA: Because it leaks.\n\nQ: And then?\n\nA: We wait.';
    expect(show(text)).toEqual([
      'direct | Ines Okafor | : | Because it leaks.',
      'direct | Ines Okafor | : | We wait.',
    ]);
  });

  test('are no lists of particulars', () => {
    expect(show('Date: May 3 in the town hall.\n\nPlace: The hall of the old mill.')).toEqual([]);
  });
});

test('a paragraph between single straight marks is speech where it ends as speech does', () => {
  const quotes = show(
    "Ines Okafor, 34, found a mouse.\n\n'I lifted it up and there it was,' she said.\n\n'The kids were in bits. My son won't eat now.'",
  );
  expect(quotes.at(-1)).toContain("'The kids were in bits. My son won't eat now.'");
});

test.each([
  'Tam Reyes admitted two counts of theft.',
  'Alder Trams did not respond to requests for comment.',
  'Alder Trams reported revenue of £3m.',
  'Experience shows that targets work.',
  'The photo shows that he was there.',
])('what nobody says is no quote: %s', (text) => {
  expect(show(text)).toEqual([]);
});

import { type Attributes, NO_ATTRIBUTES } from '../src/domain/attributes.ts';
import type { Tag } from '../src/domain/tag.ts';
import * as words from './news-words.ts';
import type { Random } from './random.ts';

/** What may be tagged in a generated sentence. Pieces with one and the same mark are its parts. */
export interface Mark {
  readonly tag: Tag;
  readonly attributes: Attributes;
}

/** Words, or marked pieces. */
export type Piece = string | { readonly mark: Mark; readonly pieces: readonly Piece[] };

/** A sentence of news with everything in it that a careful reader would tag. */
export function newsSentence(random: Random): readonly Piece[] {
  return random.pick(KINDS)(random);
}

/** A short line without a stop. */
export function newsHeading(random: Random): string {
  return fillIn(random, random.pick(words.HEADINGS));
}

/** What a headline says. */
export function newsTitle(random: Random): string {
  return `${capital(random.pick(words.BODIES))} puts off ${random.pick(words.THINGS)} in ${random.pick(words.PLACES)} again`;
}

type Kind = (random: Random) => readonly Piece[];

/** More often what is more often in the news. */
const KINDS: readonly Kind[] = [
  directQuote,
  directQuote,
  splitQuote,
  splitQuote,
  mixedQuote,
  indirectQuote,
  quoteWithFigure,
  countClaim,
  countClaim,
  moneyClaim,
  rateClaim,
  rangeClaim,
  plainClaim,
  plainClaim,
  colour,
];

function directQuote(random: Random): readonly Piece[] {
  const { name, speaker, cue } = attribution(random);
  const mark = quote({ speaker, cue, quoteType: 'direct' });
  return [piece(mark, `“${random.pick(words.SAYINGS)},”`), ` ${name} ${cue}.`];
}

function splitQuote(random: Random): readonly Piece[] {
  const { name, speaker, cue } = attribution(random);
  const mark = quote({ speaker, cue, quoteType: 'direct' });
  const first = piece(mark, `“${random.pick(words.SAYINGS)},”`);
  return [first, ` ${name} ${cue}, `, piece(mark, `“${random.pick(words.CONTINUATIONS)}.”`)];
}

function mixedQuote(random: Random): readonly Piece[] {
  const { name, speaker, cue } = attribution(random, words.REPORTING_CUES);
  const mark = quote({ speaker, cue, quoteType: 'mixed' });
  const words_ = piece(mark, `that ${random.pick(words.THINGS)} was “${random.pick(words.PHRASES)}”`);
  return [`${capital(name)} ${cue} `, words_, '.'];
}

function indirectQuote(random: Random): readonly Piece[] {
  const { name, speaker, cue } = attribution(random, words.REPORTING_CUES);
  const inner = fillIn(random, random.pick(words.CLAIMS), lowerFirst);
  const claimed = piece(claim(random, speaker), inner);
  return [
    `${capital(name)} ${cue} that `,
    piece(quote({ speaker, cue, quoteType: 'indirect' }), claimed),
    '.',
  ];
}

function quoteWithFigure(random: Random): readonly Piece[] {
  const { name, speaker, cue } = attribution(random);
  const mark = quote({ speaker, cue, quoteType: 'direct' });
  const said = [
    '“We have ',
    count(random),
    ` waiting in ${random.pick(words.PLACES)}, `,
    'and not one of them is a rumour,”',
  ];
  return [piece(mark, ...said), ` ${name} ${cue}.`];
}

function countClaim(random: Random): readonly Piece[] {
  const start = `In ${random.pick(words.PLACES)}, `;
  const end = ` went without ${random.pick(words.THINGS)} between ${random.pick(words.MONTHS)} and ${random.pick(words.MONTHS)}`;
  return [piece(claim(random), start, count(random), end), '.'];
}

function moneyClaim(random: Random): readonly Piece[] {
  const amount = random.whole(11, 980) / 10;
  const mark = statistic({
    value: amount * 1e6,
    comparator: '=',
    unit: 'GBP',
    subject: random.pick(words.THINGS),
  });
  const start = `${capital(random.pick(words.BODIES))} has set aside `;
  return [
    piece(claim(random), start, piece(mark, `£${amount} million`), ` for ${mark.attributes.subject}`),
    '.',
  ];
}

function rateClaim(random: Random): readonly Piece[] {
  const rate = random.pick(words.RATES);
  const value = random.whole(12, 899) / 10;
  const level = statistic({ value, comparator: '=', unit: 'percent', subject: rate });
  const change = statistic({
    value: random.whole(2, 19),
    comparator: '~',
    unit: 'percentage points',
    subject: rate,
  });
  const body = [
    `${capital(rate)} in ${random.pick(words.PLACES)} stood at `,
    piece(level, `${value} per cent`),
    ` in ${random.pick(words.MONTHS)}, `,
    piece(change, `about ${change.attributes.value} points`),
    ' above the year before',
  ];
  return [piece(claim(random), ...body), ', according to ', `${random.pick(words.BODIES)}.`];
}

function rangeClaim(random: Random): readonly Piece[] {
  const value = random.whole(2, 80) * 10;
  const valueMax = value + random.whole(1, 30) * 10;
  const counted = random.pick(words.COUNTED);
  const mark = statistic({ value, valueMax, comparator: '=', subject: counted });
  const start = `The plan for ${random.pick(words.THINGS)} would bring `;
  const words_ = piece(mark, `between ${value} and ${valueMax} ${counted}`);
  return [piece(claim(random), start, words_, ` to ${random.pick(words.PLACES)}`), ', its authors say.'];
}

function plainClaim(random: Random): readonly Piece[] {
  return [piece(claim(random), fillIn(random, random.pick(words.CLAIMS))), '.'];
}

function colour(random: Random): readonly Piece[] {
  return [`${random.pick(words.COLOUR)}.`];
}

/** A statistic such as “more than 4,200 households”. */
function count(random: Random): Piece {
  const value = random.whole(21, 990) * random.pick([1, 10, 100]);
  const counted = random.pick(words.COUNTED);
  const [comparator, written] = random.pick(COMPARISONS);
  return piece(
    statistic({ value, comparator, subject: counted }),
    `${written}${value.toLocaleString('en')} ${counted}`,
  );
}

const COMPARISONS = [
  ['>', 'more than '],
  ['<', 'fewer than '],
  ['~', 'about '],
  ['≥', 'at least '],
  ['=', ''],
] as const;

/** Who speaks: as the sentence names them, and as a reader would write it down. */
function attribution(random: Random, cues = words.CUES) {
  const speaker = `${random.pick(words.FIRST_NAMES)} ${random.pick(words.LAST_NAMES)}`;
  const name = random.chance(0.3) ? `${random.pick(words.ROLES)}, ${speaker},` : speaker;
  return { name, speaker, cue: random.pick(cues) };
}

function claim(random: Random, speaker: string | null = null): Mark {
  const attributes = {
    ...NO_ATTRIBUTES,
    speaker,
    checkWorthiness: random.pick(['high', 'medium', 'low'] as const),
    confidence: random.chance(0.15) ? ('unsure' as const) : null,
    note: random.chance(0.1) ? 'Ask for the figures that this rests on.' : null,
  };
  return { tag: 'claim', attributes };
}

function quote(attributes: Pick<Attributes, 'speaker' | 'cue' | 'quoteType'>): Mark {
  return { tag: 'quote', attributes: { ...NO_ATTRIBUTES, ...attributes } };
}

function statistic(attributes: Partial<Attributes>): Mark {
  return { tag: 'statistic', attributes: { ...NO_ATTRIBUTES, ...attributes } };
}

function piece(mark: Mark, ...pieces: readonly Piece[]): Piece {
  return { mark, pieces };
}

function fillIn(random: Random, template: string, first = capital): string {
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => wordFor(random, slot));
  return first(filled);
}

function wordFor(random: Random, slot: string): string {
  const word = random.pick(SLOTS[slot.toLowerCase()] ?? []);
  return slot === slot.toLowerCase() ? word : capital(word);
}

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  place: words.PLACES,
  body: words.BODIES,
  thing: words.THINGS,
  month: words.MONTHS,
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

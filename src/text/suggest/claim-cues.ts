import * as words from './claim-words.ts';

/**
 * What speaks for and against a sentence being a checkable claim, with its weight and the code of
 * its reason, which the catalogue of messages says in words.
 *
 * The weights were set by hand, in steps of 0.1, from three questions that "is it a claim?" hides: can it be
 * checked (figures, dates, names, acts on record), is it stated as fact rather than as opinion (judging
 * words, rhetoric, the first person), and is it worth checking (public matters, change, comparison). A figure
 * is the surest sign there is and outweighs two judging words; a question or a duty outweighs most of the
 * rest. What is negative in one of the three senses only ("will", "we", "is") weighs little. No program
 * fitted them, but they were adjusted by hand while watching how well the scores rank three public sets of
 * labelled sentences, so that other text may rank a little worse than docs/text-engine.md tells of those
 * sets.
 */
const CUES = {
  figure: { weight: 1.4, reason: 'figure' },
  amount: { weight: 0.9, reason: 'amount' },
  reporting: { weight: 0.9, reason: 'source' },
  evidence: { weight: 0.8, reason: 'evidence' },
  recorded: { weight: 0.5, reason: 'record' },
  change: { weight: 0.4, reason: 'change' },
  matter: { weight: 0.5, reason: 'publicMatter' },
  time: { weight: 0.5, reason: 'time' },
  acronym: { weight: 0.4, reason: 'organisation' },
  name: { weight: 0.4, reason: 'name' },
  past: { weight: 0.3, reason: 'past' },
  comparison: { weight: 0.3, reason: 'comparison' },
  superlative: { weight: 0.3, reason: 'comparison' },
  thirdPerson: { weight: 0.3, reason: 'somebody' },
  actor: { weight: 0.2, reason: 'publicFigure' },
  agent: { weight: 0.4, reason: 'agent' },
  stated: { weight: 0.2, reason: 'doing' },
  perfect: { weight: 0.1, reason: 'past' },
  question: { weight: -1.3, reason: 'question' },
  duty: { weight: -0.9, reason: 'duty' },
  condition: { weight: -0.7, reason: 'hypothetical' },
  instruction: { weight: -0.6, reason: 'instruction' },
  exclamation: { weight: -0.6, reason: 'exclamation' },
  judgement: { weight: -0.6, reason: 'opinion' },
  mental: { weight: -0.5, reason: 'belief' },
  adverb: { weight: -0.4, reason: 'opinion' },
  colouring: { weight: -0.4, reason: 'opinion' },
  courtesy: { weight: -0.4, reason: 'courtesy' },
  backward: { weight: -0.4, reason: 'context' },
  ideal: { weight: -0.6, reason: 'ideals' },
  rhetoric: { weight: -0.4, reason: 'argument' },
  emphasis: { weight: -0.3, reason: 'argument' },
  conjunction: { weight: -0.3, reason: 'context' },
  hypothetical: { weight: -0.3, reason: 'hypothetical' },
  wish: { weight: -0.3, reason: 'intention' },
  firstPerson: { weight: -0.2, reason: 'speaker' },
  secondPerson: { weight: -0.4, reason: 'listener' },
  absolute: { weight: -0.3, reason: 'sweeping' },
  negation: { weight: -0.3, reason: 'denial' },
  upcoming: { weight: -0.2, reason: 'prediction' },
  future: { weight: -0.1, reason: 'prediction' },
  contraction: { weight: -0.1, reason: 'informal' },
  copula: { weight: -0.1, reason: 'description' },
  we: { weight: -0.1, reason: 'speaker' },
} as const satisfies Record<string, { weight: number; reason: string }>;

export type CueName = keyof typeof CUES;

/** Every cue; its place in this list stands for it where speed counts. */
export const CUE_NAMES = Object.keys(CUES) as readonly CueName[]; // the keys of CUES and no others: it is a literal

/** The place of each cue in `CUE_NAMES`. */
export const PLACES = Object.fromEntries(CUE_NAMES.map((cue, place) => [cue, place])) as Readonly<
  Record<CueName, number> // every name is there: the entries are made from all of them
>;

const ENTRIES = Object.values(CUES);

/** What one sign of a cue adds to a sentence's sum. */
export function weightOf(cue: number): number {
  return ENTRIES[cue]?.weight ?? 0;
}

/** Why a cue counts; several cues may have one reason. */
export type ClaimReason = (typeof CUES)[CueName]['reason'];

/** The reason of a cue, by its place in `CUE_NAMES`. */
export function reasonOf(cue: number): ClaimReason | undefined {
  return ENTRIES[cue]?.reason;
}

const LISTS: readonly (readonly [CueName, ReadonlySet<string>])[] = [
  ['amount', words.AMOUNTS],
  ['comparison', words.COMPARISONS],
  ['change', words.CHANGES],
  ['past', words.IRREGULAR_PAST],
  ['recorded', words.RECORDED_ACTS],
  ['matter', words.PUBLIC_MATTERS],
  ['stated', words.STATED_ACTS],
  ['evidence', words.EVIDENCE],
  ['reporting', words.REPORTING],
  ['time', words.TIMES],
  ['actor', words.ACTORS],
  ['duty', words.DUTIES],
  ['future', words.FUTURES],
  ['upcoming', words.UPCOMING],
  ['hypothetical', words.HYPOTHETICALS],
  ['firstPerson', words.FIRST_PERSON],
  ['secondPerson', words.SECOND_PERSON],
  ['we', words.WE],
  ['courtesy', words.COURTESIES],
  ['ideal', words.IDEALS],
  ['judgement', words.JUDGEMENTS],
  ['rhetoric', words.RHETORIC],
  ['emphasis', words.EMPHASIS],
  ['absolute', words.ABSOLUTES],
  ['copula', words.COPULAS],
  ['agent', words.AGENTS],
];

/** The cues that each listed word gives by itself, as places in `CUE_NAMES`. */
export const CUES_OF_WORD: ReadonlyMap<string, readonly number[]> = indexByWord();

function indexByWord(): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [name, list] of LISTS) {
    const cue = PLACES[name];
    for (const word of list) {
      const cues = index.get(word);
      if (cues) cues.push(cue);
      else index.set(word, [cue]);
    }
  }
  return index;
}

import * as words from './claim-words.ts';

/**
 * What speaks for and against a sentence being a checkable claim, with its weight and the words a reader is
 * shown.
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
  figure: { weight: 1.4, reason: 'gives a figure' },
  amount: { weight: 0.9, reason: 'names an amount' },
  reporting: { weight: 0.9, reason: 'asserted by a source' },
  evidence: { weight: 0.8, reason: 'points to evidence' },
  recorded: { weight: 0.5, reason: 'reports an act on record' },
  change: { weight: 0.4, reason: 'says that something changed' },
  matter: { weight: 0.5, reason: 'about a public matter' },
  time: { weight: 0.5, reason: 'says when' },
  acronym: { weight: 0.4, reason: 'names an organisation' },
  name: { weight: 0.4, reason: 'names who or where' },
  past: { weight: 0.3, reason: 'tells what happened' },
  comparison: { weight: 0.3, reason: 'compares or ranks' },
  superlative: { weight: 0.3, reason: 'compares or ranks' },
  thirdPerson: { weight: 0.3, reason: 'about what somebody did' },
  actor: { weight: 0.2, reason: 'about a public figure or body' },
  agent: { weight: 0.4, reason: 'says who did it' },
  stated: { weight: 0.2, reason: 'states what somebody does' },
  perfect: { weight: 0.1, reason: 'tells what happened' },
  question: { weight: -1.3, reason: 'a question' },
  duty: { weight: -0.9, reason: 'says what should be done' },
  instruction: { weight: -0.6, reason: 'tells the listener what to do' },
  exclamation: { weight: -0.6, reason: 'an exclamation' },
  judgement: { weight: -0.6, reason: 'opinion words' },
  mental: { weight: -0.5, reason: 'a belief or feeling' },
  adverb: { weight: -0.4, reason: 'opinion words' },
  colouring: { weight: -0.4, reason: 'opinion words' },
  courtesy: { weight: -0.4, reason: 'a courtesy' },
  backward: { weight: -0.4, reason: 'leans on what was said before' },
  ideal: { weight: -0.6, reason: 'speaks of ideals' },
  rhetoric: { weight: -0.4, reason: 'argues rather than states' },
  emphasis: { weight: -0.3, reason: 'argues rather than states' },
  conjunction: { weight: -0.3, reason: 'leans on what was said before' },
  hypothetical: { weight: -0.3, reason: 'says what might be' },
  wish: { weight: -0.3, reason: 'an intention' },
  firstPerson: { weight: -0.2, reason: 'about the speaker' },
  secondPerson: { weight: -0.4, reason: 'speaks to the listener' },
  absolute: { weight: -0.3, reason: 'a sweeping statement' },
  negation: { weight: -0.3, reason: 'denies something' },
  upcoming: { weight: -0.2, reason: 'a prediction' },
  future: { weight: -0.1, reason: 'a prediction' },
  contraction: { weight: -0.1, reason: 'informal wording' },
  copula: { weight: -0.1, reason: 'describes rather than reports' },
  we: { weight: -0.1, reason: 'about the speaker' },
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

/** A cue in a reader's words. */
export function reasonOf(cue: number): string {
  return ENTRIES[cue]?.reason ?? '';
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

export const TASKS = ['sentences', 'quotes', 'statistics', 'claims'] as const;
export type Task = (typeof TASKS)[number];

/** One number of the accuracy tables, as it was last accepted. */
export interface Figure {
  readonly task: Task;
  /** What it measures; docs/bench.md says how. */
  readonly says: string;
  /** Passed cases are whole numbers; everything else is in per cent, to one decimal. */
  readonly unit: 'cases' | '%';
  readonly accepted: number;
  readonly aim?: number;
}

/**
 * The engine's figures, in the order of the tables of docs/text-engine.md; a test compares the two. Whoever
 * changes what the engine finds writes the new figures here and there.
 */
export const FIGURES = {
  goldenRules: { task: 'sentences', says: 'golden rules', unit: 'cases', accepted: 52, aim: 50 },
  segmenterCases: { task: 'sentences', says: 'other cases', unit: 'cases', accepted: 87 },
  sentencex: { task: 'sentences', says: 'sentencex', unit: 'cases', accepted: 207 },
  ewt: { task: 'sentences', says: 'EWT, ends, F1', unit: '%', accepted: 89, aim: 87 },
  gumTrain: { task: 'sentences', says: 'GUM train, ends, F1', unit: '%', accepted: 97.2, aim: 95.5 },
  gumDev: { task: 'sentences', says: 'GUM dev, ends, F1', unit: '%', accepted: 100 },

  directStretches: { task: 'quotes', says: 'direct stretches @.8, F1', unit: '%', accepted: 95.8, aim: 95 },
  directMixedFound: { task: 'quotes', says: 'direct and mixed @.3, F1', unit: '%', accepted: 91.6, aim: 88 },
  directMixedExact: { task: 'quotes', says: 'direct and mixed @.8, F1', unit: '%', accepted: 81.7, aim: 72 },
  allFound: { task: 'quotes', says: 'all @.3, F1', unit: '%', accepted: 74.3, aim: 65 },
  allExact: { task: 'quotes', says: 'all @.8, F1', unit: '%', accepted: 62.6 },
  speechFound: { task: 'quotes', says: 'with speech cue @.3, F1', unit: '%', accepted: 84.8, aim: 82 },
  speechExact: { task: 'quotes', says: 'with speech cue @.8, F1', unit: '%', accepted: 75.4, aim: 68 },
  speakerRight: { task: 'quotes', says: 'speaker right', unit: '%', accepted: 96.1, aim: 95 },
  speakerOffered: { task: 'quotes', says: 'speaker offered', unit: '%', accepted: 94.5, aim: 80 },
  cueRight: { task: 'quotes', says: 'cue right', unit: '%', accepted: 96.5, aim: 92 },
  allRecall: { task: 'quotes', says: 'all @.3, recall', unit: '%', accepted: 66.3 },
  allPrecision: { task: 'quotes', says: 'all @.3, precision', unit: '%', accepted: 84.4 },

  countedNumbers: { task: 'statistics', says: 'numbers in GUM, F1', unit: '%', accepted: 95.3, aim: 94 },
  countedSpans: { task: 'statistics', says: 'spans in GUM', unit: '%', accepted: 92.1, aim: 75 },
  number: { task: 'statistics', says: 'number', unit: 'cases', accepted: 209, aim: 200 },
  range: { task: 'statistics', says: 'range', unit: 'cases', accepted: 61 },
  percent: { task: 'statistics', says: 'percent', unit: 'cases', accepted: 17 },
  withUnit: { task: 'statistics', says: 'with unit', unit: 'cases', accepted: 292, aim: 243 },
  quantulum: { task: 'statistics', says: 'quantulum', unit: 'cases', accepted: 85 },

  claimBuster: { task: 'claims', says: 'ClaimBuster, area', unit: '%', accepted: 90.8, aim: 90 },
  poliClaim: { task: 'claims', says: 'PoliClaim, area', unit: '%', accepted: 85.1, aim: 85 },
  babe: { task: 'claims', says: 'BABE, area', unit: '%', accepted: 87.9 },
  babeTwoOutlets: { task: 'claims', says: 'BABE, two outlets, area', unit: '%', accepted: 85.1, aim: 85 },
  claimBusterPrecision: { task: 'claims', says: 'ClaimBuster, precision', unit: '%', accepted: 71.7 },
  claimBusterRecall: { task: 'claims', says: 'ClaimBuster, recall', unit: '%', accepted: 72.6 },
  poliClaimPrecision: { task: 'claims', says: 'PoliClaim, precision', unit: '%', accepted: 92.6 },
  poliClaimRecall: { task: 'claims', says: 'PoliClaim, recall', unit: '%', accepted: 57.1 },
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureName = keyof typeof FIGURES;

/** What was measured, before rounding; a subset of the figures. */
export type Measured = Partial<Readonly<Record<FigureName, number>>>;

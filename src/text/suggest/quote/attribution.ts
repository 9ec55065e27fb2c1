import type { Range } from './noun-phrases.ts';

/** One cue with its speaker and what it reports, as token indices of the paragraph. */
export interface Attribution {
  readonly cue: Range;
  readonly subject: Range | undefined;
  /** What is reported, in order: one range, or two around the cue. */
  readonly contents: readonly Range[];
  /** From the first token that belongs to the attribution to the last. */
  readonly extent: Range;
  readonly lemma: string;
  /** Speech proper, rather than belief or attitude. */
  readonly speech: boolean;
  /** A name and a colon: "Jones: We will go." */
  readonly label: boolean;
}

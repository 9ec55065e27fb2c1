import type { CodingProgress } from './progress.ts';

/** A coding of a coder's, with its article. */
export interface OwnWork extends CodingProgress {
  readonly title: string;
  readonly isPractice: boolean;
  /** Whether the coder took it themselves. */
  readonly isTaken: boolean;
}

/** An article to practise on. */
export interface PracticeArticle {
  readonly id: string;
  readonly title: string;
  readonly sentences: number;
  /** Whether there is a reference to compare with. */
  readonly hasReference: boolean;
}

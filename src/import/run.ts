import type { Member } from '../domain/permission.ts';
import type { Database } from '../store/client.ts';

/** What the background work on imports needs. */
export interface ImportWork {
  readonly database: Database;
  /** Most UTF-16 code units of one article. */
  readonly maxArticleLength: number;
  /** Aborted when the process is to stop; what is under way is then left to be taken up again. */
  readonly signal: AbortSignal;
  /** Told after each step. */
  readonly onStep?: () => void;
}

/** One import at work. */
export interface ImportRun extends ImportWork {
  readonly importId: string;
  readonly member: Member;
  readonly choices: unknown;
  /** How many documents are in already. */
  readonly done: number;
}

import type { Member } from '../domain/permission.ts';
import type { Span } from '../text/span.ts';

/** Where a step of work happens and by whom. */
export interface StepScope {
  readonly member: Member;
  readonly articleId: string;
  /** The article's sentences in text order, for keeping the counts. */
  readonly sentences: readonly Span[];
}

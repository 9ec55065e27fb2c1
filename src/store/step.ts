import type { Article, ArticleText } from '../domain/article.ts';
import type { Coding } from '../domain/coding.ts';
import type { Change } from '../domain/history.ts';
import type { Member } from '../domain/permission.ts';
import type { Lane } from '../domain/sight.ts';
import type { Span } from '../text/span.ts';
import type { Session } from './session.ts';
import type { Standing } from './standing.ts';

/** Where a step of work happens and by whom. */
export interface StepScope {
  readonly member: Member;
  /** As it was loaded. */
  readonly article: Article;
  readonly text: ArticleText;
  /** The coding that is worked on. */
  readonly lane: Lane;
  /**
   * The page's own name for the request, a UUID: it names the step, and sent again it makes nothing twice.
   */
  readonly requestKey?: string | undefined;
}

/**
 * What one step does: a change of the person's own, or the taking back or bringing back of an earlier step.
 */
export interface Step {
  readonly action: 'change' | 'undo' | 'redo';
  /** Each of another thing. */
  readonly changes: readonly Change[];
  /** Where there are no changes, those to be shown all the same: what a repeated request has made already. */
  readonly shown?: readonly Change[];
  /** The step that is undone or redone. */
  readonly of?: string;
  /** The import whose work this is: its changes are one step, and no person's own undo takes them up. */
  readonly importId?: string;
  /** Set on what is half of something larger: undo leaves it, and takes up what was done before. */
  readonly isFirm?: true;
  /** The times of annotations that do not begin now. */
  readonly times?: ReadonlyMap<string, Times>;
}

/** When an annotation was made and last changed. */
export interface Times {
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What of an article is locked: a coding, its own details, or both. */
export type Locks = 'coding' | 'details' | 'both';

/** A coding, or an article, that nobody else can change until the transaction ends. */
export interface LockedCoding {
  readonly session: Session;
  readonly scope: StepScope;
  readonly locks: Locks;
  /** As it is, where its details are locked; otherwise as it was loaded. */
  readonly article: Article;
  readonly coding: Coding;
  /** What stands in the blocks that a span touches, and maybe beyond; read once for all who ask. */
  standing(span: Span): Promise<Standing>;
}

import type { Lane } from './sight.ts';

/** What assigning makes: a coding that was asked of a coder. Times are ISO 8601. */
export interface GivenCoding {
  readonly articleId: string;
  readonly lane: Lane;
  readonly dueAt: string | null;
  /** The batch that gave it. */
  readonly batchId: string;
}

/** When a coding should be done, before and after. */
export interface DueChange {
  readonly articleId: string;
  readonly lane: Lane;
  readonly before: string | null;
  readonly after: string | null;
}

/** How many coders may take an article for themselves, before and after. */
export interface SeatsChange {
  readonly articleId: string;
  readonly before: number;
  readonly after: number;
}

/** Whether coders practise on an article, before and after. */
export interface PracticeChange {
  readonly articleId: string;
  readonly before: boolean;
  readonly after: boolean;
}

/** What is done to the assignments of many articles at once, and undone as one. */
export type AssignmentDeed =
  | { readonly kind: 'assign'; readonly rows: readonly GivenCoding[] }
  | { readonly kind: 'withdraw'; readonly rows: readonly GivenCoding[] }
  | { readonly kind: 'due'; readonly rows: readonly DueChange[] }
  | { readonly kind: 'seats'; readonly rows: readonly SeatsChange[] }
  | { readonly kind: 'practice'; readonly rows: readonly PracticeChange[] };

/** The kinds of deeds. */
export type AssignmentKind = AssignmentDeed['kind'];

/** The deed that takes another back. What was begun meanwhile stays, whichever way it goes. */
export function inverseDeed(deed: AssignmentDeed): AssignmentDeed {
  switch (deed.kind) {
    case 'assign':
      return { kind: 'withdraw', rows: deed.rows };
    case 'withdraw':
      return { kind: 'assign', rows: deed.rows };
    case 'due':
      return { kind: 'due', rows: deed.rows.map(turned) };
    case 'seats':
      return { kind: 'seats', rows: deed.rows.map(turned) };
    case 'practice':
      return { kind: 'practice', rows: deed.rows.map(turned) };
  }
}

function turned<Row extends { readonly before: unknown; readonly after: unknown }>(row: Row): Row {
  return { ...row, before: row.after, after: row.before };
}

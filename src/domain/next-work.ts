import type { CodingState } from './coding.ts';

/** A coding as far as it decides what comes next. */
export interface Upcoming {
  readonly articleId: string;
  readonly state: CodingState;
  readonly dueAt: Date | null;
}

/**
 * The article that a coder goes on with, or null: practice that is not done, in its order, before anything else; then
 * what is due first; of equally due ones what is begun; then in the order given. `except` is the one just left.
 */
export function nextWork(
  codings: readonly Upcoming[],
  practiceIds: readonly string[],
  except?: string,
): string | null {
  const states = new Map(codings.map(({ articleId, state }) => [articleId, state]));
  const practice = practiceIds.find((id) => id !== except && states.get(id) !== 'done');
  if (practice !== undefined) return practice;
  const open = codings.filter(({ articleId, state }) => {
    return articleId !== except && (state === 'todo' || state === 'begun');
  });
  const [next] = open.sort((a, b) => dueFirst(a, b) || begunFirst(a, b));
  return next?.articleId ?? null;
}

function dueFirst(a: Upcoming, b: Upcoming): number {
  const [left, right] = [a, b].map(({ dueAt }) => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER);
  return (left ?? 0) - (right ?? 0);
}

function begunFirst(a: Upcoming, b: Upcoming): number {
  return Number(b.state === 'begun') - Number(a.state === 'begun');
}

import type { CommandKind, Refusal } from './queue.ts';

/**
 * What else must wait where a command is answered with this status; null where the command cannot be done at all, so that
 * it need not be kept.
 */
export function heldBy(kind: CommandKind, status: number): Refusal['holds'] | null {
  const isChange = kind === 'edit' || kind === 'delete';
  if (status === 403) return 'article';
  // Only the article stands in the address of the others: it is deleted, or the person is out of its project.
  if (status === 404) return isChange ? 'annotation' : 'article';
  return isChange ? (HOLDS.get(status) ?? null) : null;
}

const HOLDS = new Map<number, Refusal['holds']>([
  [409, 'annotation'],
  [413, 'nothing'],
  [422, 'nothing'],
]);

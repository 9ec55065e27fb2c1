import type { Change } from '../domain/history.ts';

/**
 * A change as history has it, in the words of today: what was written before there were annotators names them
 * `userId`, and a "nothing here" of the person's own named nobody.
 */
export function upgraded<C extends Change>(change: C, by: string): C {
  if (change.subject !== 'annotation' && change.subject !== 'sentence-mark') return change;
  return { ...change, before: withAnnotator(change.before, by), after: withAnnotator(change.after, by) };
}

type Content = Extract<Change, { subject: 'annotation' | 'sentence-mark' }>['before'];
/** As it may be stored. */
type StoredContent = Content & { readonly userId?: string; readonly annotatorId?: string };

function withAnnotator(content: Content, by: string): Content {
  if (content === null) return null;
  const { userId, ...rest }: StoredContent = content;
  return { ...rest, annotatorId: rest.annotatorId ?? userId ?? by };
}

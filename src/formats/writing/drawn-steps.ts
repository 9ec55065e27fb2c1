import type { Drawn, Markable } from '../../text/marks.ts';

/** A step through a drawn text: words, a mark's piece that opens before what follows, or one that closes. */
export type DrawnStep<M extends Markable> = string | { readonly opens: M } | { readonly closes: M };

/**
 * The steps from the beginning of a drawn text to its end. A list rather than the tree, since thousands of
 * annotations of the same words nest deeper than calls of functions may.
 */
export function stepsThrough<M extends Markable>(tree: readonly Drawn<M>[]): DrawnStep<M>[] {
  const steps: DrawnStep<M>[] = [];
  const ahead: (Drawn<M> | { readonly closes: M })[] = tree.toReversed();
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (typeof next === 'string' || 'closes' in next) {
      steps.push(next);
      continue;
    }
    steps.push({ opens: next.mark });
    ahead.push({ closes: next.mark });
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child !== undefined) ahead.push(child);
    }
  }
  return steps;
}

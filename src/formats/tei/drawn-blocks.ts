import { type Drawn, drawMarks } from '../../text/marks.ts';
import type { Span } from '../../text/span.ts';
import { marksBySpan } from '../html-page/marks-by-span.ts';
import type { AnnotationRecord, ArticleRecords } from '../record.ts';

/** Words, or a piece of an annotation around more of it. */
export type DrawnNode = Drawn<AnnotationRecord>;

/**
 * The words of each block with the pieces of the annotations around them. Numbers and measures may not hold speech in
 * TEI, so statistics are drawn inside of all else and cut by it.
 */
export function drawBlocks({ article, annotations }: ArticleRecords): DrawnNode[][] {
  const { text, blocks } = article;
  const isFigure = ({ tag }: AnnotationRecord) => tag === 'statistic';
  const outer = marksBySpan(
    blocks,
    annotations.filter((record) => !isFigure(record)),
  );
  const inner = marksBySpan(blocks, annotations.filter(isFigure));
  return blocks.map((block, index) =>
    drawInside(text, drawMarks(text, block, outer[index] ?? []), block.start, inner[index] ?? []),
  );
}

/** The tree, which begins at `start`, with more marks drawn inside of its texts. */
function drawInside(
  text: string,
  tree: DrawnNode[],
  start: number,
  inner: readonly AnnotationRecord[],
): DrawnNode[] {
  if (inner.length === 0) return tree;
  const leaves = leafSpans(tree, start);
  const marks = marksBySpan(leaves, inner);
  let next = 0;
  const refine = (nodes: readonly DrawnNode[]): DrawnNode[] =>
    nodes.flatMap((node) => {
      if (typeof node !== 'string') return [{ ...node, children: refine(node.children) }];
      const leaf = leaves[next];
      return leaf ? drawMarks(text, leaf, marks[next++] ?? []) : [];
    });
  return refine(tree);
}

/** Where the texts of a tree stand that begins at `start`. */
function leafSpans(tree: readonly DrawnNode[], start: number): Span[] {
  const leaves: Span[] = [];
  const walk = (nodes: readonly DrawnNode[], from: number): number =>
    nodes.reduce((at, node) => {
      if (typeof node !== 'string') return walk(node.children, at);
      leaves.push({ start: at, end: at + node.length });
      return at + node.length;
    }, from);
  walk(tree, start);
  return leaves;
}

/** Into how many pieces each annotation is cut, by its id. */
export function countPieces(drawn: readonly (readonly DrawnNode[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const walk = (nodes: readonly DrawnNode[]): void => {
    for (const node of nodes) {
      if (typeof node === 'string') continue;
      counts.set(node.mark.id, (counts.get(node.mark.id) ?? 0) + 1);
      walk(node.children);
    }
  };
  for (const nodes of drawn) walk(nodes);
  return counts;
}

import { overlaps, type Span } from './span.ts';

/** Something to draw over a text: an annotation or a suggestion, in text order of its first part. */
export interface Markable {
  readonly id: string;
  readonly parts: readonly Span[];
}

/** A drawn piece of a mark: what it holds, and whether the mark begins and ends here. */
export interface MarkPiece<M extends Markable> {
  readonly mark: M;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly children: readonly Drawn<M>[];
}

/** Text, or a piece of a mark around more of it. */
export type Drawn<M extends Markable> = string | MarkPiece<M>;

interface OpenPiece<M extends Markable> extends Span {
  readonly mark: M;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** A piece whose children are still being gathered. */
interface Building<M extends Markable> {
  readonly piece: OpenPiece<M>;
  readonly children: Drawn<M>[];
}

/**
 * The words of `span` with the pieces of `marks` around them, as a tree: pieces nest where annotations do,
 * and one is cut in two where annotations cross. The texts of the tree, joined, are the words of the span.
 * Linear in the words and in the pieces times their depth.
 */
export function drawMarks<M extends Markable>(text: string, span: Span, marks: readonly M[]): Drawn<M>[] {
  const root: Drawn<M>[] = [];
  const open: Building<M>[] = [];
  let at = span.start;
  const current = () => open.at(-1)?.children ?? root;
  const writeTo = (end: number) => {
    if (end > at) current().push(text.slice(at, end));
    at = Math.max(at, end);
  };
  const closeUntil = (position: number) => {
    for (let next = firstToEnd(open); next && next.piece.end <= position; next = firstToEnd(open)) {
      writeTo(next.piece.end);
      closePiece(root, open, next);
    }
  };
  for (const piece of piecesIn(span, marks)) {
    closeUntil(piece.start);
    writeTo(piece.start);
    open.push({ piece, children: [] });
  }
  closeUntil(span.end);
  writeTo(span.end);
  return root;
}

/** The parts of the marks clipped to the span, outer before inner. */
function piecesIn<M extends Markable>(span: Span, marks: readonly M[]): OpenPiece<M>[] {
  const pieces = marks.flatMap((mark) =>
    mark.parts
      .map((part, index) => ({
        mark,
        part,
        isFirst: index === 0 && part.start >= span.start,
        isLast: index === mark.parts.length - 1 && part.end <= span.end,
      }))
      .filter(({ part }) => overlaps(part, span))
      .map(({ part, ...piece }) => ({
        ...piece,
        start: Math.max(part.start, span.start),
        end: Math.min(part.end, span.end),
      })),
  );
  return pieces.sort((a, b) => a.start - b.start || b.end - a.end);
}

function firstToEnd<M extends Markable>(open: readonly Building<M>[]): Building<M> | undefined {
  let first: Building<M> | undefined;
  for (const building of open) if (!first || building.piece.end <= first.piece.end) first = building;
  return first;
}

/**
 * Ends `last`; pieces that were opened inside of it and go on are ended with it and opened again behind it.
 */
function closePiece<M extends Markable>(root: Drawn<M>[], open: Building<M>[], last: Building<M>): void {
  const goingOn: OpenPiece<M>[] = [];
  for (let building = open.pop(); building; building = open.pop()) {
    const { piece, children } = building;
    const { mark, isFirst } = piece;
    const isLast = piece.isLast && building === last;
    if (children.length > 0) (open.at(-1)?.children ?? root).push({ mark, isFirst, isLast, children });
    if (building === last) break;
    goingOn.push({ ...piece, isFirst: piece.isFirst && children.length === 0 });
  }
  for (const piece of goingOn.reverse()) open.push({ piece, children: [] });
}

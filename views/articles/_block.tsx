import type { Annotation } from '../../src/domain/annotation.ts';
import type { ArticleText } from '../../src/domain/article.ts';
import type { Block } from '../../src/text/blocks.ts';
import { type Drawn, drawMarks } from '../../src/text/marks.ts';
import { overlaps, type Span, touching } from '../../src/text/span.ts';
import { TAG_NAMES } from '../shared/tags.ts';

/** What is drawn over a text. */
export interface Markup {
  readonly annotations: readonly Annotation[];
  /** Indexes of the sentences that the person marked "nothing here". */
  readonly nothingHere: ReadonlySet<number>;
}

/** Anything with words to draw: its text nodes, joined, are the words of its span, so that offsets can be counted. */
interface BlockProps {
  readonly text: ArticleText;
  readonly index: number;
  readonly block: Block;
}

/** A block with its sentences and marks. */
export function MarkedBlock({ text, index, block, markup }: BlockProps & { readonly markup: Markup }) {
  const near = markup.annotations.filter((annotation) => overlaps(annotation, block));
  const [from, to] = touching(text.sentences, block);
  const children = [];
  let at = block.start;
  const draw = (span: Span) => drawMarks(text.text, span, near).map(drawPiece);
  for (let number = from; number < to; number++) {
    const sentence = text.sentences[number];
    if (!sentence) continue;
    if (sentence.start > at) children.push(...draw({ start: at, end: sentence.start }));
    children.push(
      <span class={markup.nothingHere.has(number) ? 's nothing' : 's'} id={`s${number}`} tabIndex={-1}>
        {draw(sentence)}
      </span>,
    );
    at = sentence.end;
  }
  if (at < block.end) children.push(...draw({ start: at, end: block.end }));
  return (
    <BlockElement block={block} index={index}>
      {children}
    </BlockElement>
  );
}

/** A block of words alone, as it stands in a section that is yet to be drawn. */
export function PlainBlock({ text, index, block }: BlockProps) {
  return (
    <BlockElement block={block} index={index}>
      {text.text.slice(block.start, block.end)}
    </BlockElement>
  );
}

const ELEMENTS = { paragraph: 'p', 'list-item': 'li', blockquote: 'blockquote' } as const;

function BlockElement({
  block,
  index,
  children,
}: {
  block: Block;
  index: number;
  children: preact.ComponentChildren;
}) {
  const level = Math.min(6, Math.max(2, (block.level ?? 1) + 1));
  // A heading's level is from two to six, since the page's own heading is the article's title.
  const Element = block.kind === 'heading' ? (`h${level}` as 'h2') : ELEMENTS[block.kind];
  return (
    <Element id={`b${index}`} class="block" dir="auto" data-start={block.start}>
      {children}
    </Element>
  );
}

/** Some words of the text with the marks over them. */
export function MarkedWords({ text, span, markup }: { text: ArticleText; span: Span; markup: Markup }) {
  const near = markup.annotations.filter((annotation) => overlaps(annotation, span));
  return <>{drawMarks(text.text, span, near).map(drawPiece)}</>;
}

function drawPiece(drawn: Drawn<Annotation>): preact.ComponentChild {
  if (typeof drawn === 'string') return drawn;
  const { id, tag } = drawn.mark;
  const first = drawn.isFirst ? { id: `m-${id}`, 'data-letter': TAG_NAMES[tag].letter } : {};
  return (
    <mark class={tag} data-annotation={id} {...first}>
      {drawn.children.map(drawPiece)}
    </mark>
  );
}

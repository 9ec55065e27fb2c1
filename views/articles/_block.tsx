import { type Annotation, wordsOf } from '../../src/domain/annotation.ts';
import type { ArticleText } from '../../src/domain/article.ts';
import { suggestionKey } from '../../src/domain/suggestion.ts';
import { TAG_FACTS } from '../../src/domain/tag.ts';
import type { Block } from '../../src/text/blocks.ts';
import { type Drawn, drawMarks } from '../../src/text/marks.ts';
import { overlaps, type Span, touching } from '../../src/text/span.ts';
import type { Suggestion } from '../../src/text/suggest/suggestion.ts';
import { sayOffer } from '../shared/say-attributes.ts';
import { sayReason } from '../shared/say-reason.ts';
import { tagClass } from '../shared/tags.ts';

/** What is drawn over a text. */
export interface Markup {
  readonly annotations: readonly Annotation[];
  /** Those that are open to the person. */
  readonly suggestions: readonly Suggestion[];
  /** Indexes of the sentences that the person marked "nothing here". */
  readonly nothingHere: ReadonlySet<number>;
}

/**
 * Anything with words to draw: its text nodes, joined, are the words of its span, so that offsets can be
 * counted.
 */
interface BlockProps {
  readonly text: ArticleText;
  readonly index: number;
  readonly block: Block;
}

/** A block with its sentences and marks. */
export function MarkedBlock({ text, index, block, markup }: BlockProps & { readonly markup: Markup }) {
  const near = markablesIn(text, markup, block);
  const [from, to] = touching(text.sentences, block);
  const children = [];
  let at = block.start;
  const draw = (span: Span) => drawMarks(text.text, span, near).map(drawPiece);
  for (let number = from; number < to; number++) {
    const sentence = text.sentences[number];
    if (!sentence) continue;
    if (sentence.start > at) children.push(...draw({ start: at, end: sentence.start }));
    children.push(
      <span class={markup.nothingHere.has(number) ? 's nothing' : 's'} id={`s${number}`}>
        {draw(sentence)}
      </span>,
    );
    at = sentence.end;
  }
  if (at < block.end) children.push(...draw({ start: at, end: block.end }));
  return (
    <BlockElement text={text} block={block} index={index}>
      {children}
    </BlockElement>
  );
}

/** A block of words alone, as it stands in a section that is yet to be drawn. */
export function PlainBlock({ text, index, block }: BlockProps) {
  return (
    <BlockElement text={text} block={block} index={index}>
      {text.text.slice(block.start, block.end)}
    </BlockElement>
  );
}

const ELEMENTS = { paragraph: 'p', 'list-item': 'li', blockquote: 'blockquote' } as const;

type BlockElementProps = BlockProps & { readonly children: preact.ComponentChildren };

function BlockElement({ text, block, index, children }: BlockElementProps) {
  // The level is from two to six, since the page's own heading is the article's title.
  const Element = block.kind === 'heading' ? (`h${headingLevel(text, block)}` as 'h2') : ELEMENTS[block.kind];
  return (
    <Element id={`b${index}`} class="block" dir="auto" data-start={block.start}>
      {children}
    </Element>
  );
}

/** The levels of an article's headings, without gaps: the highest one is the second of the page. */
function headingLevel({ blocks }: ArticleText, { level = 1 }: Block): number {
  const levels =
    levelsOf.get(blocks) ??
    new Set(blocks.flatMap((block) => (block.kind === 'heading' ? [block.level ?? 1] : [])));
  levelsOf.set(blocks, levels);
  return 2 + [...levels].filter((other) => other < level).length;
}

const levelsOf = new WeakMap<ArticleText['blocks'], ReadonlySet<number>>();

/** Some words of the text with the marks over them. */
export function MarkedWords({ text, span, markup }: { text: ArticleText; span: Span; markup: Markup }) {
  return <>{drawMarks(text.text, span, markablesIn(text, markup, span)).map(drawPiece)}</>;
}

/** A suggestion with the id that drawing asks for. */
interface ShownSuggestion {
  readonly id: string;
  readonly parts: readonly Span[];
  readonly suggestion: Suggestion;
  readonly words: string;
}

/**
 * What is drawn over a part of the text: for a run of blocks it is found once, not for each of them again.
 */
export function narrow({ annotations, suggestions, nothingHere }: Markup, span: Span): Markup {
  return {
    annotations: annotations.filter((annotation) => overlaps(annotation, span)),
    suggestions: suggestions.filter(({ parts }) => parts.some((part) => overlaps(part, span))),
    nothingHere,
  };
}

function markablesIn({ text }: ArticleText, markup: Markup, span: Span): (Annotation | ShownSuggestion)[] {
  const { annotations, suggestions } = narrow(markup, span);
  const shown = suggestions.map((suggestion) => ({
    id: suggestionKey(suggestion),
    parts: suggestion.parts,
    suggestion,
    words: wordsOf(text, suggestion.parts),
  }));
  return [...annotations, ...shown];
}

function drawPiece(drawn: Drawn<Annotation | ShownSuggestion>): preact.ComponentChild {
  if (typeof drawn === 'string') return drawn;
  const { mark, isFirst } = drawn;
  const children = drawn.children.map(drawPiece);
  if ('suggestion' in mark) {
    const { tag, reasons } = mark.suggestion;
    const { letter, suggestedBySentence } = TAG_FACTS[tag];
    const lettered = suggestedBySentence && { 'data-letter': letter };
    const says = {
      'data-says': sayOffer(mark.suggestion, mark.words),
      'data-reasons': reasons.map(sayReason).join(', '),
      ...lettered,
    };
    return (
      <span
        class={`maybe ${tagClass(tag)}${lettered ? ' lettered' : ''}`}
        data-suggestion={mark.id}
        {...(isFirst ? says : {})}
      >
        {children}
      </span>
    );
  }
  const { id, tag } = mark;
  const first = isFirst
    ? { id: `m-${id}`, 'data-letter': TAG_FACTS[tag].letter, 'data-tag': TAG_FACTS[tag].name.toLowerCase() }
    : {};
  return (
    <mark class={tagClass(tag)} data-annotation={id} {...first}>
      {children}
    </mark>
  );
}

import { type Annotation, wordsOf } from '../../src/domain/annotation.ts';
import type { ArticleText } from '../../src/domain/article.ts';
import type { Codebook } from '../../src/domain/codebook/codebook.ts';
import { suggestionKey } from '../../src/domain/suggestion.ts';
import { TAG_FACTS, type Tag } from '../../src/domain/tag.ts';
import { type Language, language, t } from '../../src/messages/language.ts';
import type { Block } from '../../src/text/blocks.ts';
import { type Drawn, drawMarks } from '../../src/text/marks.ts';
import { overlaps, type Span, touching } from '../../src/text/span.ts';
import type { Suggestion } from '../../src/text/suggest/suggestion.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { sayOffer } from '../shared/say-attributes.ts';
import { sayReason } from '../shared/say-reason.ts';
import { letterOf, tagClass } from '../shared/tags.ts';

/** What is drawn over a text. */
export interface Markup {
  readonly annotations: readonly Annotation[];
  /** Those that are open to the person. */
  readonly suggestions: readonly Suggestion[];
  /** Indexes of the sentences that the person marked "nothing here". */
  readonly nothingHere: ReadonlySet<number>;
  /** Where marks of several coders stand over one text: on which line below the words each is drawn, by its id. */
  readonly laneOf?: ReadonlyMap<string, number>;
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
  const codebook = useCodebook();
  const [from, to] = touching(text.sentences, block);
  const children = [];
  let at = block.start;
  const drawPiece = drawIn(codebook, markup.laneOf);
  const draw = (span: Span) => drawMarks(text.text, span, near).map(drawPiece);
  for (let number = from; number < to; number++) {
    const sentence = text.sentences[number];
    if (!sentence) continue;
    const isNothing = markup.nothingHere.has(number);
    if (sentence.start > at) children.push(...draw({ start: at, end: sentence.start }));
    children.push(
      <span
        class={isNothing ? 's nothing' : 's'}
        id={`s${number}`}
        data-ends={isNothing ? t('article.nothing') : undefined}
      >
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
  const draw = drawIn(useCodebook());
  return <>{drawMarks(text.text, span, markablesIn(text, markup, span)).map(draw)}</>;
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
export function narrow({ annotations, suggestions, ...rest }: Markup, span: Span): Markup {
  return {
    ...rest,
    annotations: annotations.filter((annotation) => overlaps(annotation, span)),
    suggestions: suggestions.filter(({ parts }) => parts.some((part) => overlaps(part, span))),
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

type Draw = (drawn: Drawn<Annotation | ShownSuggestion>) => preact.ComponentChild;

function drawIn(codebook: Codebook, laneOf?: Markup['laneOf']): Draw {
  return function draw(drawn) {
    if (typeof drawn === 'string') return drawn;
    const { mark } = drawn;
    if ('suggestion' in mark) return drawSuggestion(codebook, mark, drawn, draw);
    const ofMark = markClass(drawn, tagClass(codebook, mark.tag), laneOf?.get(mark.id));
    return drawAnnotation(mark, ofMark, drawn, draw);
  };
}

function drawAnnotation({ id, tag }: Annotation, ofMark: string, drawn: Piece, draw: Draw) {
  return (
    <mark
      class={ofMark}
      data-annotation={id}
      id={drawn.isFirst ? `m-${id}` : undefined}
      data-begins={drawn.isFirst ? saidOf(tag).begins : undefined}
      data-ends={drawn.isLast ? saidOf(tag).ends : undefined}
    >
      {drawn.children.map(draw)}
    </mark>
  );
}

function markClass(drawn: Piece, ofTag: string, lane: number | undefined): string {
  if (lane !== undefined) return `${ofTag} lane-${lane}`;
  return holdsMark(drawn) ? `${ofTag} outer` : ofTag;
}

/** What is said where marks of a tag begin and end: hundreds on a page, so made once for each language. */
function saidOf(tag: Tag): Said {
  const known = saidIn.get(language()) ?? new Map<Tag, Said>();
  saidIn.set(language(), known);
  const said = known.get(tag) ?? sayEnds(t(`tagWord.${tag}`));
  known.set(tag, said);
  return said;
}

const sayEnds = (tag: string): Said => ({
  begins: t('article.begins', { tag }),
  ends: t('article.ends', { tag }),
});

interface Said {
  readonly begins: string;
  readonly ends: string;
}

const saidIn = new WeakMap<Language, Map<Tag, Said>>();

type Piece = Exclude<Drawn<Annotation | ShownSuggestion>, string>;

function drawSuggestion(
  codebook: Codebook,
  { id, suggestion, words }: ShownSuggestion,
  { isFirst, children }: Piece,
  draw: Draw,
) {
  const { tag, reasons } = suggestion;
  const { suggestedBySentence } = TAG_FACTS[tag];
  const says = isFirst && {
    'data-says': sayOffer(suggestion, words),
    'data-reasons': reasons.map(sayReason).join(', '),
    'data-letter': suggestedBySentence ? letterOf(codebook, tag) : undefined,
  };
  return (
    <span
      class={`maybe ${tagClass(codebook, tag)}${suggestedBySentence ? ' lettered' : ''}`}
      data-suggestion={id}
      {...says}
    >
      {children.map(draw)}
    </span>
  );
}

/** Whether another mark stands inside of it: then that one is tinted, and this one is a line alone. */
function holdsMark({ children }: Piece): boolean {
  return children.some((child) => typeof child !== 'string' && ('tag' in child.mark || holdsMark(child)));
}

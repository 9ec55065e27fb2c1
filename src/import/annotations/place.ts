import { type AnnotationContent, orderParts, refuseWordless, wordsOf } from '../../domain/annotation.ts';
import type { ArticleText } from '../../domain/article.ts';
import { attributesOf, COMMON_ATTRIBUTES } from '../../domain/attributes.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { annotatorName, type ImportLine, type ImportOutcome } from '../../domain/import.ts';
import { choiceFor, type LabelMapping } from '../../domain/label-mapping.ts';
import type { Tag } from '../../domain/tag.ts';
import type { IncomingAnnotation, IncomingDocument } from '../../formats/incoming.ts';
import { t } from '../../messages/language.ts';
import type { Anchor } from '../../text/anchor.ts';
import { type Resolved, resolveAnchor, type Unresolved } from '../../text/anchor.ts';
import { Carrier } from '../../text/anchor-carry.ts';
import { AnchorText } from '../../text/anchor-text.ts';
import { chooseUnit } from '../../text/anchor-unit-choice.ts';
import type { CountedUnit } from '../../text/anchor-units.ts';
import { wholeGraphemes } from '../../text/graphemes.ts';
import type { Span } from '../../text/span.ts';
import { lineFor } from '../report.ts';
import { incomingContent } from './content.ts';
import { type NotedWords, notesByAnnotation } from './note.ts';
import { TextReader } from './text-reader.ts';

/** An annotation of a file with its place in an article, ready to be stored. */
export interface PlacedAnnotation {
  readonly source: IncomingAnnotation;
  readonly content: AnnotationContent;
  /** Without what was read from the text, where the file says nothing. */
  readonly bare?: AnnotationContent;
  /** The name that the file gives; empty where it gives none. */
  readonly annotator: string;
  /** What is to be said of it where it is stored. */
  readonly remarks: readonly { readonly outcome: ImportOutcome; readonly reason: string }[];
}

/** The annotations of one document that can be stored, and what is to be said of the others. */
export interface Placement {
  readonly placed: readonly PlacedAnnotation[];
  readonly lines: readonly ImportLine[];
}

/**
 * Finds the place of every annotation of a document in its article, whose language is `told`, and applies the label
 * choices. Fields of the project's own are read by its codebook.
 */
export function placeAnnotations(
  document: IncomingDocument,
  article: ArticleText,
  told: string | null,
  mapping: LabelMapping,
  codebook: Codebook,
): Placement {
  const places = new AnchorPlaces(document, article);
  const tagged: TaggedAnnotation[] = [];
  const noted: NotedWords[] = [];
  const lines: ImportLine[] = [];
  for (const source of document.annotations) {
    const choice = choiceFor(mapping, source.label);
    const located = choice === 'leave' ? left(t('outcome.leftOut')) : locate(places, article, source, choice);
    if ('reason' in located) lines.push(lineFor(source, located.outcome, located.reason));
    else if (choice === 'note') noted.push({ ...located, source });
    else if (choice !== 'leave') tagged.push({ ...located, source, tag: choice });
  }
  const { notes, lines: ofNotes } = notesByAnnotation(tagged, noted);
  const reader = new TextReader(article, told);
  const placed = tagged.map((one, at) => withContent(reader, codebook, one, notes[at] ?? []));
  return { placed, lines: [...lines, ...ofNotes] };
}

/** Where an annotation stands; no parts where it says something about the whole article. */
interface Location {
  readonly parts: readonly Span[];
  /** What is to be said of it, in sentences. */
  readonly said: string;
}

interface TaggedAnnotation extends Location {
  readonly source: IncomingAnnotation;
  readonly tag: Tag;
}

/** Why an annotation is not brought in. */
interface NotLocated {
  readonly outcome: ImportOutcome;
  readonly reason: string;
}

function left(reason: string): NotLocated {
  return { outcome: 'left', reason };
}

function locate(
  places: AnchorPlaces,
  article: ArticleText,
  { anchors }: IncomingAnnotation,
  choice: Tag | 'note',
): Location | NotLocated {
  if (anchors.length === 0)
    return choice === 'note' ? { parts: [], said: '' } : left(t('outcome.wholeArticle'));
  const found = anchors.map((anchor) => places.resolve(anchor));
  const missing = found.findIndex((part) => 'reason' in part);
  const lost = found[missing];
  if (lost && 'reason' in lost) {
    const { reason } = lost;
    const place = { part: missing + 1, parts: anchors.length, reason };
    return { outcome: 'refused', reason: anchors.length === 1 ? reason : t('outcome.ofPart', place) };
  }
  const resolved = found.filter((part) => 'span' in part);
  const said = [...new Set(resolved.flatMap((part) => part.said ?? []))].join(' ');
  try {
    const told = orderParts(
      resolved.map(({ span }) => span),
      article.text.length,
    );
    const whole = told.map((part) => wholeGraphemes(article.text, part));
    const parts = orderParts(whole, article.text.length);
    refuseWordless(article, parts);
    const isWidened = whole.some((part, at) => part !== told[at]);
    return { parts, said: isWidened ? [said, t('outcome.widened')].filter(Boolean).join(' ') : said };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    return { outcome: 'refused', reason: t('outcome.noMarkable') };
  }
}

function withContent(
  reader: TextReader,
  codebook: Codebook,
  { source, tag, parts, said }: TaggedAnnotation,
  notes: readonly string[],
) {
  const { attributes: given, answers, problems } = incomingContent(codebook, tag, source, notes);
  const { note, confidence } = given;
  const isRead = isSilent(source, tag);
  const attributes = isRead ? { ...reader.read(tag, parts), note, confidence } : given;
  const text = wordsOf(reader.article.text, parts);
  const remarks = [
    ...(said === '' ? [] : [{ outcome: 'moved' as const, reason: said }]),
    ...problems.map((reason) => ({ outcome: 'note' as const, reason })),
  ];
  const place = { answers, tag, parts, text, origin: source.origin ?? ('manual' as const) };
  const annotator = annotatorName(source.annotator);
  const bare = isRead && { bare: { ...given, ...place } };
  return { source, content: { ...attributes, ...place }, ...bare, annotator, remarks };
}

/**
 * Whether a file says nothing of an annotation but its tag. One of On Record itself says where an annotation
 * came from, and what it leaves empty was left so by a person.
 */
function isSilent({ origin, attributes }: IncomingAnnotation, tag: Tag): boolean {
  const told = attributesOf(tag).filter(
    ({ name, isComputed }) => !isComputed && !COMMON_ATTRIBUTES.includes(name),
  );
  return origin === undefined && told.every(({ field }) => !attributes[field]?.trim());
}

/** Where the anchors of one document stand in its article. */
export class AnchorPlaces {
  readonly #text: AnchorText;
  readonly #unit: CountedUnit;
  readonly #carrier: Carrier | undefined;

  constructor({ text, annotations }: IncomingDocument, article: ArticleText) {
    this.#text = new AnchorText(text ?? article.text);
    this.#carrier = text === undefined || text === article.text ? undefined : new Carrier(text, article.text);
    this.#unit = chooseUnit(
      this.#text,
      annotations.flatMap(({ anchors }) => anchors),
    );
  }

  resolve(anchor: Anchor): Resolved | Unresolved {
    const found = resolveAnchor(this.#text, anchor, this.#unit);
    if ('reason' in found || !this.#carrier) return found;
    const carried = this.#carrier.carry(found.span);
    if ('reason' in carried) return carried;
    const said = [found.said, carried.said].filter(Boolean).join(' ');
    return { span: carried.span, how: found.how, ...(said && { said }) };
  }
}

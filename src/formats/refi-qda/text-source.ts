import { ARTICLE_DETAILS, type DetailName } from '../../domain/article-details.ts';
import { shortened } from '../../domain/import.ts';
import { t } from '../../messages/language.ts';
import type { Anchor } from '../../text/anchor.ts';
import type { IncomingAnnotation, IncomingDocument } from '../incoming.ts';
import { readDescription } from './description.ts';
import { attributeOf, childOf, childrenOf, wordsIn } from './parse-xml.ts';
import { annotationsOf, ownFields, type Passage } from './passages.ts';
import { guidIn, type ProjectIndex } from './project-index.ts';
import { anchorWithoutText, type FoundSpan, SourceText } from './source-text.ts';

/** What a source is read with. */
export interface Surroundings {
  readonly index: ProjectIndex;
  /** Whether the project is one of ours, whose unit of offsets is known. */
  readonly isOurs: boolean;
  /** The words of a note, which is then no longer one that nothing points to. */
  readonly noteWords: (guid: string) => string | undefined;
}

/** Longest name of a source in a report, in code points; every passage says it. */
const MAX_PLACE_LENGTH = 200;

/** What a source is called in a report. */
export function nameOf(source: Element): string {
  return shortened(titleOf(source) ?? t('place.sourceUnnamed'), MAX_PLACE_LENGTH);
}

/** Its name, or that of its file, unless a program made that up. */
function titleOf(source: Element): string | undefined {
  const name = attributeOf(source, 'name');
  if (name !== undefined) return name;
  const paths = ['path', 'richTextPath', 'plainTextPath'].flatMap((path) => attributeOf(source, path) ?? []);
  const files = paths.map((path) => path.replace(/^.*[/\\]/, '').replace(/\.\w{1,5}$/, ''));
  return files.find((file) => file !== '' && !/^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i.test(file));
}

/** The elements that hold a source's words: itself, or what was read out of a page, picture or recording. */
export function wordsElementsOf(source: Element): readonly Element[] {
  if (source.localName === 'TextSource') return [source];
  return [...childrenOf(source, 'Representation', 'TextDescription', 'Transcript')];
}

/** A source, and the element in it that holds its words. */
export interface SourceWithWords {
  readonly source: Element;
  readonly words: Element;
}

/** A source with words as a document; `text` is undefined where the project has none of it. */
export function documentOf(
  { source, words }: SourceWithWords,
  text: string | undefined,
  { index, isOurs, noteWords }: Surroundings,
): IncomingDocument {
  const title = titleOf(source) ?? titleOf(words) ?? t('place.sourceUnnamed');
  const selections = [...childrenOf(words, 'PlainTextSelection', 'TranscriptSelection')];
  const counted = countedText(text, selections, isOurs);
  const about = detailsOf(source);
  const place = shortened(title, MAX_PLACE_LENGTH);
  const own = source === words ? [] : codedAlone(words);
  const whole: Passage = { elements: [source, ...own], place: `“${place}”`, anchors: [], remarks: [] };
  return {
    place: whole.place,
    text: counted?.text,
    articleId: about?.articleId,
    details: { title, ...about?.details },
    annotations: [
      ...ofWholeSource(whole, about !== undefined, index, noteWords),
      ...passagesOf(selections, place, counted).flatMap((one) => annotationsOf(one, index, noteWords)),
    ],
  };
}

/** The words that a program has read out of a source may be coded by themselves. */
function codedAlone(words: Element): Element[] {
  return childOf(words, 'Coding') === undefined ? [] : [words];
}

/** A description of ours says what the article is; anybody else's is a remark about all of it. */
function ofWholeSource(
  whole: Passage,
  isDescribed: boolean,
  index: ProjectIndex,
  noteWords: Surroundings['noteWords'],
): IncomingAnnotation[] {
  const annotations = annotationsOf(whole, index, noteWords);
  if (!isDescribed) return annotations;
  return annotations
    .map(({ attributes: { note: _details, ...attributes }, ...rest }) => ({ ...rest, attributes }))
    .filter(({ label, remarks = [] }) => label !== 'uncoded' || remarks.length > 0);
}

function countedText(
  text: string | undefined,
  selections: readonly Element[],
  isOurs: boolean,
): SourceText | undefined {
  if (text === undefined) return undefined;
  return isOurs ? SourceText.inCodePoints(text) : SourceText.countedBy(text, selections.map(spanOf));
}

/** Selections in the order of the file, those of one annotation of ours put together. */
function passagesOf(selections: readonly Element[], title: string, text: SourceText | undefined): Passage[] {
  const passages = new Map<string | Element, GatheredPassage>();
  for (const element of selections) {
    const span = spanOf(element);
    const ours = ownFields(element);
    const key = ours?.get('annotation') ?? element;
    const known = passages.get(key);
    if (known) {
      known.elements.push(element);
      known.spans.push(span);
    } else passages.set(key, { elements: [element], spans: [span], isOurs: ours !== undefined });
  }
  return [...passages.values()].map((gathered) => passageOf(gathered, title, text));
}

interface GatheredPassage {
  readonly elements: [Element, ...Element[]];
  readonly spans: [FoundSpan, ...FoundSpan[]];
  readonly isOurs: boolean;
}

function passageOf(
  { elements, spans, isOurs }: GatheredPassage,
  title: string,
  text: SourceText | undefined,
): Passage {
  const [first] = spans;
  const isNamed = !isOurs && text?.isNamed(first) === true;
  return {
    elements,
    place: `“${title}”, ${first.start}–${first.end}`,
    anchors: anchorsOf(spans, text),
    remarks: isNamed ? [`Name: ${first.name}`] : [],
  };
}

/** Each span once: a tool that knows one code a selection writes the same span for every code. */
function anchorsOf(spans: readonly FoundSpan[], text: SourceText | undefined): Anchor[] {
  const once = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...once.values()]
    .toSorted((a, b) => a.start - b.start)
    .map((span) => text?.anchor(span) ?? anchorWithoutText(span));
}

function spanOf(selection: Element): FoundSpan {
  const name = attributeOf(selection, 'name');
  if (selection.localName === 'TranscriptSelection') {
    const [start, end] = ['fromSyncPoint', 'toSyncPoint'].map((end) => syncPosition(selection, end));
    return { start: start ?? 0, end: end ?? 0, name };
  }
  return { start: position(selection, 'startPosition'), end: position(selection, 'endPosition'), name };
}

/** A transcript is marked from one point to another, each of which has its time and its place in the words. */
function syncPosition(selection: Element, end: string): number {
  const guid = guidIn(selection, end);
  const points = selection.parentNode ? syncPointsOf(selection.parentNode) : new Map<string, number>();
  return points.get(guid) ?? 0;
}

const syncPoints = new WeakMap<Node, ReadonlyMap<string, number>>();

function syncPointsOf(transcript: Node): ReadonlyMap<string, number> {
  const known = syncPoints.get(transcript);
  if (known) return known;
  // Only an element holds selections.
  const points = childrenOf(transcript as Element, 'SyncPoint');
  const found = new Map(
    [...points].map((point) => [guidIn(point, 'guid'), position(point, 'position')] as const),
  );
  syncPoints.set(transcript, found);
  return found;
}

/** Zero where it is no number: such a span is empty or has other words, and is refused with the rest. */
function position(selection: Element, name: string): number {
  const written = attributeOf(selection, name)?.trim() ?? '';
  return /^\+?\d{1,9}$/.test(written) ? Number(written) : 0;
}

function detailsOf(
  source: Element,
): { articleId: string | undefined; details: Partial<Record<DetailName, string>> } | undefined {
  const fields = readDescription(wordsIn(source, 'Description') ?? '');
  if (!fields?.has('article')) return undefined;
  const details = ARTICLE_DETAILS.flatMap(({ name }) => {
    const value = fields.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return { articleId: fields.get('article'), details: Object.fromEntries(details) };
}

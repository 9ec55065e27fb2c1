import { PART_JOINT } from '../../domain/annotation.ts';
import { UnreadableFileError } from '../../domain/errors.ts';
import {
  type AnnotationPreview,
  annotatorName,
  type LabelPreview,
  shortened,
  storable,
} from '../../domain/import.ts';
import { guessChoice, labelName } from '../../domain/label-mapping.ts';
import { annotationReaderFor } from '../../formats/annotation-readers.ts';
import type {
  AnnotationReader,
  IncomingAnnotation,
  IncomingCoding,
  IncomingDocument,
  IncomingFile,
  UnreadableRecord,
} from '../../formats/incoming.ts';
import { t } from '../../messages/language.ts';
import { resolveAnchor } from '../../text/anchor.ts';
import { AnchorText } from '../../text/anchor-text.ts';

/** A codebook of thousands is large already; the form in which they are chosen takes no more. */
const MAX_LABELS = 10_000;
/** Of what cannot be read of a file, so much is shown. */
const MAX_UNREADABLE = 5;
/** Examples of one label. */
export const MAX_EXAMPLES = 3;
const MAX_EXAMPLE = 80;
/** Annotations of one label in a file among which examples are looked for. */
const MAX_LOOKED_AT = 50;
/** Of words that may be as long as the article, in UTF-16 code units. */
const ENOUGH_WORDS = 4 * MAX_EXAMPLE;

/**
 * Reads a file of annotations through once and says what it holds, with a guess for each label. Throws
 * UnreadableFileError where nothing of it can be read.
 */
export async function previewOfFile(file: IncomingFile): Promise<AnnotationPreview> {
  const tally = new PreviewTally();
  const reader = annotationReaderFor(file);
  await tally.add(reader, file);
  const reading = reader.readingOf?.(file);
  if (!reading) return tally.preview();
  const { encoding, line } = reading;
  return { ...tally.preview(), readings: [{ file: storable(file.name), encoding, line: storable(line) }] };
}

interface CountedLabel extends LabelPreview {
  count: number;
  readonly examples: string[];
}

/** Counts what files hold. All of it can be kept in a database. */
export class PreviewTally {
  #documents = 0;
  #annotations = 0;
  #marks = 0;
  #withoutText = 0;
  #unreadable = 0;
  readonly #firstUnreadable: UnreadableRecord[] = [];
  readonly #labels = new Map<string, CountedLabel>();
  readonly #annotators = new Set<string>();

  /** Reads a file to its end. Throws UnreadableFileError as the reader does. */
  async add(reader: AnnotationReader, file: IncomingFile): Promise<void> {
    const countsInFile = new Map<string, number>();
    let unreadable = 0;
    for await (const found of reader.read(file)) {
      if (!('reason' in found)) this.#addDocument(found, countsInFile);
      else if (++unreadable <= MAX_UNREADABLE) this.#firstUnreadable.push(unreadableIn(file.name, found));
    }
    this.#unreadable += unreadable;
  }

  preview(): AnnotationPreview {
    return {
      documents: this.#documents,
      annotations: this.#annotations,
      marks: this.#marks,
      withoutText: this.#withoutText,
      unreadable: { count: this.#unreadable, first: this.#firstUnreadable },
      labels: [...this.#labels.values()],
      annotators: [...this.#annotators],
    };
  }

  #addDocument(document: IncomingDocument, countsInFile: Map<string, number>): void {
    this.#documents += 1;
    if (document.text === undefined) this.#withoutText += 1;
    for (const coding of document.codings ?? []) this.#addCoding(coding);
    const text = new AnchorText(document.text ?? '');
    for (const annotation of document.annotations) {
      this.#annotations += 1;
      this.#addAnnotator(annotation.annotator);
      const label = this.#labelOf(annotation);
      label.count += 1;
      const countInFile = (countsInFile.get(label.label) ?? 0) + 1;
      countsInFile.set(label.label, countInFile);
      // Where the first of many say the same, the others mostly do: each costs a look into the text.
      if (countInFile <= MAX_LOOKED_AT) addExample(label, annotation, text);
    }
  }

  #addCoding({ annotator, marks }: IncomingCoding): void {
    this.#marks += marks.length;
    for (const name of [annotator, ...marks.map((mark) => mark.annotator)]) this.#addAnnotator(name);
  }

  #addAnnotator(written: string | undefined): void {
    const annotator = annotatorName(written);
    if (annotator !== '') this.#annotators.add(annotator);
  }

  #labelOf({ label: written }: IncomingAnnotation): CountedLabel {
    const label = labelName(written);
    if (this.#labels.size >= MAX_LABELS && !this.#labels.has(label))
      throw new UnreadableFileError(t('file.manyLabels', { most: MAX_LABELS }));
    const counted = this.#labels.get(label) ?? {
      label,
      count: 0,
      examples: [],
      guess: guessChoice(label),
    };
    this.#labels.set(label, counted);
    return counted;
  }
}

/** A record that cannot be read, as a preview shows it. */
export function unreadableIn(fileName: string, { place, reason }: UnreadableRecord): UnreadableRecord {
  return { place: storable(`${fileName}, ${place}`), reason: storable(reason) };
}

function addExample({ examples }: CountedLabel, annotation: IncomingAnnotation, text: AnchorText): void {
  if (examples.length >= MAX_EXAMPLES) return;
  const example = exampleOf(annotation, text);
  if (example !== '' && !examples.includes(example)) examples.push(example);
}

function exampleOf({ anchors }: IncomingAnnotation, text: AnchorText): string {
  const words = anchors.slice(0, MAX_LOOKED_AT).map((anchor) => {
    if (anchor.words) return anchor.words.slice(0, ENOUGH_WORDS);
    const found = resolveAnchor(text, anchor);
    return 'span' in found
      ? text.text.slice(found.span.start, Math.min(found.span.end, found.span.start + ENOUGH_WORDS))
      : '';
  });
  const line = words.filter(Boolean).join(PART_JOINT).replaceAll(/\s+/g, ' ').trim();
  return shortened(storable(line), MAX_EXAMPLE);
}

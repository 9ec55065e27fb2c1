import { PART_JOINT } from '../../domain/annotation.ts';
import { type AnnotationPreview, annotatorName, type LabelPreview, shortened } from '../../domain/import.ts';
import { guessChoice, labelName } from '../../domain/label-mapping.ts';
import type {
  AnnotationReader,
  IncomingAnnotation,
  IncomingDocument,
  IncomingFile,
  UnreadableRecord,
} from '../../formats/incoming.ts';
import { resolveAnchor } from '../../text/anchor.ts';
import { AnchorText } from '../../text/anchor-text.ts';

/** Of what cannot be read, so much is shown. */
const MOST_UNREADABLE = 5;
const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 80;
/** Annotations of one label among which examples are looked for. */
const MOST_LOOKED_AT = 50;
/** Of words that may be as long as the article, in UTF-16 code units. */
const ENOUGH = 4 * LONGEST_EXAMPLE;

/**
 * Reads a file through once and says what it holds, with a guess for each label. Nothing is stored or kept.
 * Throws UnreadableFileError as the reader does.
 */
export async function previewAnnotations(
  reader: AnnotationReader,
  file: IncomingFile,
): Promise<AnnotationPreview> {
  const tally: Tally = {
    documents: 0,
    annotations: 0,
    unreadable: { count: 0, first: [] },
    labels: new Map(),
    annotators: new Set(),
  };
  for await (const found of reader.read(file)) count(tally, found);
  return { ...tally, labels: [...tally.labels.values()], annotators: [...tally.annotators] };
}

interface Tally {
  documents: number;
  annotations: number;
  readonly unreadable: { count: number; readonly first: UnreadableRecord[] };
  readonly labels: Map<string, CountedLabel>;
  readonly annotators: Set<string>;
}

interface CountedLabel extends LabelPreview {
  count: number;
  readonly examples: string[];
}

function count(tally: Tally, found: IncomingDocument | UnreadableRecord): void {
  if ('reason' in found) {
    tally.unreadable.count += 1;
    if (tally.unreadable.first.length < MOST_UNREADABLE) tally.unreadable.first.push(found);
    return;
  }
  tally.documents += 1;
  const text = new AnchorText(found.text ?? '');
  for (const annotation of found.annotations) {
    tally.annotations += 1;
    const annotator = annotatorName(annotation.annotator);
    if (annotator !== '') tally.annotators.add(annotator);
    countLabel(tally, annotation, text);
  }
}

function countLabel({ labels }: Tally, annotation: IncomingAnnotation, text: AnchorText): void {
  const label = labelName(annotation.label);
  const known = labels.get(label);
  const counted = known ?? { label, count: 0, examples: [], guess: guessChoice(label) };
  if (!known) labels.set(label, counted);
  counted.count += 1;
  // Where the first of many say the same, the others mostly do: each costs a look into the text.
  if (counted.examples.length >= MOST_EXAMPLES || counted.count > MOST_LOOKED_AT) return;
  const example = exampleOf(annotation, text);
  if (example !== '' && !counted.examples.includes(example)) counted.examples.push(example);
}

function exampleOf({ anchors }: IncomingAnnotation, text: AnchorText): string {
  const words = anchors.slice(0, MOST_LOOKED_AT).map((anchor) => {
    if (anchor.words) return anchor.words.slice(0, ENOUGH);
    const found = resolveAnchor(text, anchor);
    return 'span' in found
      ? text.text.slice(found.span.start, Math.min(found.span.end, found.span.start + ENOUGH))
      : '';
  });
  const line = words.filter(Boolean).join(PART_JOINT).replaceAll(/\s+/g, ' ').trim();
  return shortened(line, LONGEST_EXAMPLE);
}

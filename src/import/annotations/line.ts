import { PART_JOINT } from '../../domain/annotation.ts';
import { type ImportLine, type ImportOutcome, shortened, storable } from '../../domain/import.ts';
import { labelName } from '../../domain/label-mapping.ts';
import type { IncomingAnnotation } from '../../formats/incoming.ts';

const LONGEST_WORDS = 2000;

/** A line of the report on an annotation of a file, without the file's name. */
export function lineFor(source: IncomingAnnotation, outcome: ImportOutcome, reason: string): ImportLine {
  const line = {
    place: storable(source.place),
    outcome,
    label: labelName(source.label),
    reason: storable(reason),
  };
  const words = storable(source.anchors.flatMap((anchor) => anchor.words || []).join(PART_JOINT));
  return words === '' ? line : { ...line, words: shortened(words, LONGEST_WORDS) };
}

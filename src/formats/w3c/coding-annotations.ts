import { type CodingRecord, kindOf, type MarkRecord } from '../../domain/record.ts';
import { addToList } from '../lists-by-key.ts';
import { codingIri, GENERATOR } from './identifiers.ts';
import { createdBy, oneOrMany, textualBody, type WebAnnotation } from './web-annotation.ts';
import { type Target, toTarget, wholeTarget } from './written-target.ts';

/** What is said of codings has this purpose: an assessment, no tag, so that no tool takes "nothing" for a class. */
export const ASSESSING = 'assessing';

/** The names by which bodies say something of a coding. */
export const CODING_LABELS = { kind: 'coding', state: 'state', nothing: 'sentence' } as const;

/** What stands in the body of sentences that hold nothing. */
export const NOTHING = 'nothing here';

/**
 * What is said of a coding beside its annotations: its state, on the article as a whole, and "nothing here" once for
 * each annotator, on all of their sentences. A coding that nobody has begun says nothing.
 */
export function codingAnnotations(coding: CodingRecord, target: Target): WebAnnotation[] {
  const marks = new Map<string, MarkRecord[]>();
  for (const mark of coding.marks) addToList(marks, mark.annotator, mark);
  const nothing = [...marks].map(([annotator, own]) => nothingOf(coding, annotator, own, target));
  return coding.isWhole && coding.state !== 'todo' ? [stateOf(coding, target), ...nothing] : nothing;
}

function stateOf({ lane, annotator, state, doneAt }: CodingRecord, target: Target): WebAnnotation {
  return {
    id: codingIri([target.article.id, lane]),
    ...assessment(annotator, doneAt),
    body: bodies(lane, CODING_LABELS.state, state),
    target: wholeTarget(target, doneAt),
  };
}

function nothingOf(
  { lane }: CodingRecord,
  annotator: string,
  marks: readonly MarkRecord[],
  target: Target,
): WebAnnotation {
  const { sentences } = target.article;
  const spans = marks.flatMap(({ sentence }) => sentences[sentence] ?? []);
  return {
    id: codingIri([target.article.id, lane, annotator]),
    ...assessment(annotator, null),
    body: bodies(lane, CODING_LABELS.nothing, NOTHING),
    target: oneOrMany(spans.map((span) => toTarget(span, target, null))),
  };
}

function assessment(annotator: string | null, created: string | null) {
  return {
    type: 'Annotation',
    motivation: ASSESSING,
    ...(created !== null && { created }),
    ...createdBy(annotator),
    generator: GENERATOR,
  };
}

function bodies(lane: string, label: string, value: string): object[] {
  return [textualBody(ASSESSING, kindOf(lane), CODING_LABELS.kind), textualBody(ASSESSING, value, label)];
}

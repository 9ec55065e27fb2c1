import { ATTRIBUTES } from '../../domain/attributes.ts';
import { writeAnswers } from '../../domain/codebook/field.ts';
import type { AnnotationRecord } from '../../domain/record.ts';
import { GENERATOR, toUrn } from './identifiers.ts';
import { createdBy, oneOrMany, textualBody, type WebAnnotation } from './web-annotation.ts';
import { type Target, toTarget } from './written-target.ts';

/** An annotation of ours in the Web Annotation Data Model. Throws a RangeError for a record without parts. */
export function toAnnotation(record: AnnotationRecord, target: Target): WebAnnotation {
  if (record.parts.length === 0) throw new RangeError(`annotation ${record.id} has no parts`);
  const targets = record.parts.map((part) => toTarget(part, target, record.createdAt));
  return {
    id: toUrn(record.id),
    type: 'Annotation',
    motivation: ['highlighting', 'classifying'],
    created: record.createdAt,
    modified: record.updatedAt,
    ...createdBy(record.annotator),
    generator: GENERATOR,
    body: bodiesOf(record),
    target: oneOrMany(targets),
  };
}

/** `label` says which attribute a body is, so that no term is needed that the context does not have. */
function bodiesOf(record: AnnotationRecord): object[] {
  const bodies: object[] = [textualBody('classifying', record.tag)];
  for (const { name, field } of ATTRIBUTES) {
    const value = record[name];
    if (value === null) continue;
    if (name === 'note') bodies.push(textualBody('commenting', String(value)));
    else bodies.push(textualBody('describing', String(value), field));
  }
  for (const [name, text] of writeAnswers(record.answers)) bodies.push(textualBody('describing', text, name));
  bodies.push(textualBody('describing', record.origin, 'origin'));
  return bodies;
}

import { ATTRIBUTES, type AttributeRule } from '../../domain/attributes.ts';
import { ownField, writeAnswer } from '../../domain/codebook/field.ts';
import type { AnnotationRecord } from '../../domain/record.ts';
import type { CodePoints } from '../../text/code-points.ts';
import type { Span } from '../../text/span.ts';
import { REGION_ORIGINS } from './origins.ts';

/** The name of what is labelled, in the labelling configuration. */
export const TEXT_NAME = 'text';
/** The name of the control that labels. */
export const TAG_NAME = 'tag';
/** The name of the relation that ties the parts of an annotation together. */
export const CONTINUES = 'continues';

/** The control of Label Studio for each kind of attribute. */
export const CONTROLS = {
  line: 'TextArea',
  paragraph: 'TextArea',
  number: 'Number',
  choice: 'Choices',
} as const satisfies Record<AttributeRule['kind'], string>;

/**
 * What Label Studio holds of an annotation: a region for each part, in code points; the attributes as further
 * results with the first region's id, as it keeps what is said of a region; and a relation from each part to
 * the next.
 */
export function resultsOf(record: AnnotationRecord, codePoints: CodePoints): readonly object[] {
  const places = record.parts.map((part) => placeOf(record, part, codePoints));
  const [first] = places;
  if (first === undefined) throw new RangeError(`annotation ${record.id} has no parts`);
  const { annotator, createdAt, updatedAt } = record;
  const meta = { annotator, created_at: createdAt, updated_at: updatedAt };
  const regions = places.map((place, index) => ({
    ...head(record, index),
    from_name: TAG_NAME,
    type: 'labels',
    value: { ...place, labels: [record.tag] },
    ...(index === 0 && { meta }),
  }));
  const links = places.slice(1).map((_, index) => link(record, index));
  return [...regions, ...attributeResults(record, first), ...answerResults(record, first), ...links];
}

function placeOf({ article }: AnnotationRecord, { start, end }: Span, codePoints: CodePoints) {
  return {
    start: codePoints.countBefore(start),
    end: codePoints.countBefore(end),
    text: article.text.slice(start, end),
  };
}

function head(record: AnnotationRecord, part: number) {
  return { id: regionId(record, part), to_name: TEXT_NAME, origin: REGION_ORIGINS[record.origin] };
}

function regionId({ id }: AnnotationRecord, part: number): string {
  return part === 0 ? id : `${id}-${part + 1}`;
}

function attributeResults(record: AnnotationRecord, place: object): object[] {
  return ATTRIBUTES.flatMap(({ field, name, kind }) => {
    const value = record[name];
    if (value === null) return [];
    const type = CONTROLS[kind].toLowerCase();
    return [
      { ...head(record, 0), from_name: field, type, value: { ...place, ...valueAs(CONTROLS[kind], value) } },
    ];
  });
}

/** A project's own fields: lists of choices as choices, all else as text. */
function answerResults(record: AnnotationRecord, place: object): object[] {
  return Object.entries(record.answers ?? {}).map(([key, answer]) => {
    const isChosen = typeof answer === 'object';
    const said = isChosen ? { choices: answer } : { text: [writeAnswer(answer)] };
    const type = isChosen ? 'choices' : 'textarea';
    return { ...head(record, 0), from_name: ownField(key), type, value: { ...place, ...said } };
  });
}

/** Text areas and choices hold lists. A text area's text stands where a region's words stand elsewhere. */
function valueAs(control: (typeof CONTROLS)[AttributeRule['kind']], value: string | number) {
  switch (control) {
    case 'TextArea':
      return { text: [value] };
    case 'Number':
      return { number: value };
    case 'Choices':
      return { choices: [value] };
  }
}

function link(record: AnnotationRecord, index: number) {
  return {
    from_id: regionId(record, index),
    to_id: regionId(record, index + 1),
    type: 'relation',
    direction: 'right',
    labels: [CONTINUES],
  };
}

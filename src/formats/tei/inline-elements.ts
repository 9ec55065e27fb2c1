import type { Attributes } from '../../domain/attributes.ts';
import type { AnnotationRecord } from '../../domain/record.ts';
import { xmlAttributes } from '../writing/xml-text.ts';
import { featuresName, fragmentName, type People } from './names.ts';

/** Which of the fragments of its annotation a piece is: `number` of `total`, from 1. */
export interface Fragment {
  readonly number: number;
  readonly total: number;
}

/** The tags around one piece of an annotation. */
export interface InlineElement {
  readonly open: string;
  readonly close: string;
}

type Values = Readonly<Record<string, string | undefined>>;

/**
 * The element for a piece of an annotation. The pieces of one annotation are chained by `next` and `prev`. What would
 * count twice, such as a quantity, stands on the first alone; who speaks, and how, on all.
 */
export function inlineElement(record: AnnotationRecord, fragment: Fragment, people: People): InlineElement {
  const { name, always, once } = elementFor(record, people);
  const attributes = {
    ...chain(record.id, fragment),
    ana: `#${record.tag} #${featuresName(record.id)}`,
    ...always,
    ...(fragment.number === 1 ? { ...once, ...judgement(record, people) } : {}),
  };
  return { open: `<${name}${xmlAttributes(attributes)}>`, close: `</${name}>` };
}

function chain(id: string, { number, total }: Fragment): Values {
  return {
    'xml:id': fragmentName(id, number),
    prev: number > 1 ? `#${fragmentName(id, number - 1)}` : undefined,
    next: number < total ? `#${fragmentName(id, number + 1)}` : undefined,
  };
}

function judgement({ annotator, confidence }: AnnotationRecord, { annotators }: People): Values {
  const resp = annotators.get(annotator);
  return {
    resp: resp && `#${resp}`,
    cert: confidence === null ? undefined : confidence === 'sure' ? 'high' : 'low',
  };
}

interface Element {
  readonly name: string;
  readonly always?: Values;
  readonly once?: Values;
}

function elementFor(record: AnnotationRecord, { speakers }: People): Element {
  const { tag, speaker, quoteType } = record;
  const who = speakers.get(speaker ?? '');
  if (isFigure(record)) return elementForFigure(record);
  if (tag !== 'quote') return { name: 'seg', always: { type: tag } };
  if (who === undefined) return { name: 'quote', always: { type: quoteType ?? undefined } };
  return { name: 'said', always: { who: `#${who}`, direct: directness(quoteType) } };
}

/** Whether an annotation becomes a number or a measure. */
export function isFigure({ tag }: AnnotationRecord): boolean {
  return tag === 'statistic';
}

/** TEI takes speech for direct where nothing is said, so that what is not known must be said. */
function directness(quoteType: Attributes['quoteType']): string {
  if (quoteType === 'direct') return 'true';
  return quoteType === 'indirect' ? 'false' : 'unknown';
}

/** A figure of something is a measure, a bare one a number. */
function elementForFigure(attributes: Attributes): Element {
  const { value, valueMax, comparator, unit, subject } = attributes;
  const isExact = valueMax === null && (comparator === null || comparator === '=' || comparator === '~');
  const exact = isExact && value !== null ? String(value) : undefined;
  const type = comparator === '~' ? 'approximate' : undefined;
  const range = isExact ? {} : rangeOf(attributes);
  if (unit === null && subject === null) return { name: 'num', once: { type, value: exact, ...range } };
  const once = {
    type,
    quantity: exact,
    unit: unit === null ? undefined : teiWord(unit.trim().replace(/\s+/g, '_')),
    commodity: subject === null ? undefined : teiWords(subject),
    ...range,
  };
  return { name: 'measure', once };
}

function rangeOf({ value, valueMax, comparator }: Attributes): Values {
  if (value === null) return {};
  if (valueMax !== null) return { min: String(value), max: String(valueMax) };
  return comparator === '<' || comparator === '≤' ? { atMost: String(value) } : { atLeast: String(value) };
}

/** Several words as TEI takes them, or undefined where one cannot be one. */
function teiWords(text: string): string | undefined {
  const words = text.trim().split(/\s+/);
  return words.every((word) => teiWord(word) !== undefined) ? words.join(' ') : undefined;
}

/** The text where it is a word after TEI's `teidata.word`: letters, digits, punctuation and symbols. */
function teiWord(text: string): string | undefined {
  return /^[\p{L}\p{N}\p{P}\p{S}]+$/u.test(text) ? text : undefined;
}

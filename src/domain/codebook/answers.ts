import { inList, t } from '../../messages/language.ts';
import type { NumberStyle } from '../../text/number-style.ts';
import { type Attributes, NO_ATTRIBUTES, readAttributes } from '../attributes.ts';
import { InvalidInputError } from '../errors.ts';
import { isAmbiguous, parseNumber } from '../parse-number.ts';
import type { Tag } from '../tag.ts';
import type { Codebook } from './codebook.ts';
import {
  type Answer,
  type Answers,
  answersOrNull,
  CHOICE_JOINT,
  type CodebookField,
  ownField,
  writeAnswer,
} from './field.ts';

/** Most UTF-16 code units of a line and of a text that is filled in. */
export const ANSWER_LENGTHS = { line: 300, paragraph: 10_000 } as const;

/** The fields of its own that a project asks of a tag, in their order. */
export function fieldsOfTag({ fields }: Codebook, tag: Tag): readonly CodebookField[] {
  return fields.filter(({ tags, isOff }) => !isOff && tags.includes(tag));
}

/** Whether what else is filled in calls for a field. */
export function isAsked({ shownIf }: CodebookField, answers: Answers | null): boolean {
  if (shownIf === null) return true;
  const answer = answers?.[shownIf.field];
  if (answer === undefined) return false;
  return typeof answer === 'object' ? answer.includes(shownIf.value) : writeAnswer(answer) === shownIf.value;
}

/** The fields of an annotation that have to be filled in and are not: what is left to do, no error. */
export function missingFields(
  codebook: Codebook,
  { tag, answers }: { readonly tag: Tag; readonly answers: Answers | null },
): readonly CodebookField[] {
  return fieldsOfTag(codebook, tag).filter(
    (field) => field.isRequired && isAsked(field, answers) && answers?.[field.key] === undefined,
  );
}

/**
 * Reads answers from what a form or a file sent, by the names that `ownField` gives. A field that was not sent keeps what
 * it holds in `before`, as do fields that are not asked for any more; an empty one holds nothing from then on. Throws
 * InvalidInputError naming every wrong field.
 */
export function readAnswers(
  { fields }: Codebook,
  tag: Tag,
  sent: Readonly<Record<string, string | undefined>>,
  before: Answers | null = null,
  numbers: NumberStyle = 'point',
): Answers | null {
  const read: Record<string, Answer | null> = { ...before };
  const wrong: Record<string, string> = {};
  for (const field of fields.filter(({ tags }) => tags.includes(tag))) {
    const written = sent[ownField(field.key)]?.replaceAll('\r\n', '\n').trim();
    const held = before?.[field.key];
    // What was not touched stays, though it may be no choice of a later version.
    if (written === undefined || (held !== undefined && written === writeAnswer(held))) continue;
    const found = written === '' ? { answer: null } : readAnswer(field, written, numbers);
    if ('problem' in found) wrong[ownField(field.key)] = found.problem;
    else read[field.key] = found.answer;
  }
  if (Object.keys(wrong).length > 0) throw new InvalidInputError(wrong);
  return answersOrNull(read);
}

/** What a form or a file says of an annotation beside its words. */
export interface Given {
  readonly attributes: Attributes;
  readonly answers: Answers | null;
}

/**
 * Reads the program's fields and the project's own together, as `readAttributes` and `readAnswers` do, with all that is
 * wrong in one InvalidInputError.
 */
export function readGiven(
  codebook: Codebook,
  tag: Tag,
  sent: Readonly<Record<string, string | undefined>>,
  before: Given = { attributes: NO_ATTRIBUTES, answers: null },
  numbers: NumberStyle = 'point',
): Given {
  const wrong: Record<string, string> = {};
  const attributes = orWrong(wrong, () => readAttributes(tag, sent, before.attributes, numbers));
  const answers = orWrong(wrong, () => readAnswers(codebook, tag, sent, before.answers, numbers));
  if (attributes === undefined || answers === undefined) throw new InvalidInputError(wrong);
  return { attributes, answers };
}

function orWrong<Value>(wrong: Record<string, string>, read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    Object.assign(wrong, error.fields);
    return undefined;
  }
}

type Found = { readonly answer: Answer } | { readonly problem: string };

function readAnswer(field: CodebookField, written: string, numbers: NumberStyle): Found {
  switch (field.kind) {
    case 'line':
    case 'paragraph':
      return readWords(field, written, ANSWER_LENGTHS[field.kind]);
    case 'number':
      return readNumber(field, written, numbers);
    case 'date':
      return isDay(written) ? { answer: written } : { problem: t('field.noDate', { name: field.name }) };
    case 'yes-no':
      if (['yes', 'no'].includes(written.toLowerCase())) return { answer: written.toLowerCase() === 'yes' };
      return { problem: t('field.noYesNo', { name: field.name }) };
    case 'one':
    case 'scale':
      return field.choices.includes(written) ? { answer: written } : notOf(field);
    case 'several':
      return readSeveral(field, written);
  }
}

function readWords({ name }: CodebookField, written: string, most: number): Found {
  if (written.length <= most) return { answer: written };
  return { problem: t('attribute.tooLong', { name, most, given: written.length }) };
}

function readNumber({ name }: CodebookField, written: string, numbers: NumberStyle): Found {
  const answer = parseNumber(written, numbers);
  if (answer !== null) return { answer };
  const why = isAmbiguous(written, numbers) ? 'attribute.ambiguousNumber' : 'attribute.noNumber';
  return { problem: t(why, { name, written: written.slice(0, 40) }) };
}

function readSeveral(field: CodebookField, written: string): Found {
  const chosen = written.split(CHOICE_JOINT.trim()).map((choice) => choice.trim());
  const known = field.choices.filter((choice) => chosen.includes(choice));
  return known.length === new Set(chosen).size ? { answer: known } : notOf(field);
}

function notOf({ name, choices }: CodebookField): Found {
  return { problem: t('attribute.noChoice', { name, choices: inList(choices, 'or') }) };
}

/** A day of the calendar as `2026-11-28`. */
function isDay(written: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return year !== undefined && date.toISOString().startsWith(written);
}

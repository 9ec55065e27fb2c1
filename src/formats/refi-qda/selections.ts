import { ATTRIBUTES } from '../../domain/attributes.ts';
import { writeAnswers } from '../../domain/codebook/field.ts';
import type { AnnotationRecord, ArticleRecords } from '../../domain/record.ts';
import { CodePoints } from '../../text/code-points.ts';
import type { Span } from '../../text/span.ts';
import { xmlAttributes, xmlText } from '../writing/xml-text.ts';
import { tagCode, valueCode } from './codes.ts';
import { writeDescription } from './description.ts';
import { derivedGuid, guidOf } from './guid.ts';

/** Longest name of a selection, in code points; ATLAS.ti cuts them there too. */
const MAX_NAME_LENGTH = 100;

/** The GUID of a part's selection; the first has the annotation's own. */
export function selectionGuid({ id }: AnnotationRecord, part: number): string {
  return part === 0 ? guidOf(id) : derivedGuid('part', id, String(part));
}

/**
 * The selections of an article, one for each part of each annotation. Offsets are Unicode code points;
 * `users` has the GUID of each annotator.
 */
export function* selectionsXml(
  { article, annotations }: ArticleRecords,
  users: ReadonlyMap<string, string>,
): Generator<string> {
  const codePoints = new CodePoints(article.text);
  for (const record of annotations) {
    const user = users.get(record.annotator);
    for (const [at, part] of record.parts.entries()) {
      yield `<PlainTextSelection${xmlAttributes({
        guid: selectionGuid(record, at),
        name: nameOf(article.text, part),
        startPosition: String(codePoints.countBefore(part.start)),
        endPosition: String(codePoints.countBefore(part.end)),
        creatingUser: user,
        creationDateTime: record.createdAt,
        modifyingUser: user,
        modifiedDateTime: record.updatedAt,
      })}>
<Description>${xmlText(descriptionOf(record, at))}</Description>
${codingsXml(record, at, user)}</PlainTextSelection>
`;
    }
  }
}

/** Its first words in one line. */
function nameOf(text: string, { start, end }: Span): string {
  const line = text
    .slice(start, Math.min(end, start + 4 * MAX_NAME_LENGTH))
    .replaceAll(/\s+/g, ' ')
    .trim();
  const points = [...line];
  const isWhole = points.length <= MAX_NAME_LENGTH && end <= start + 4 * MAX_NAME_LENGTH;
  return isWhole ? line : `${points.slice(0, MAX_NAME_LENGTH).join('')}…`;
}

function descriptionOf(record: AnnotationRecord, part: number): string {
  const free = ATTRIBUTES.filter(({ kind }) => kind === 'line' || kind === 'number');
  const { parts, origin, id, note } = record;
  return writeDescription({
    ...Object.fromEntries(free.map(({ name, field }) => [field, record[name]])),
    ...Object.fromEntries(writeAnswers(record.answers)),
    part: parts.length > 1 ? `${part + 1} of ${parts.length}` : null,
    origin,
    annotation: id,
    note,
  });
}

function codingsXml(record: AnnotationRecord, part: number, user: string | undefined): string {
  return codesOf(record)
    .map((code) => {
      const attributes = xmlAttributes({
        guid: derivedGuid('coding', record.id, String(part), code),
        creatingUser: user,
        creationDateTime: record.createdAt,
      });
      return `<Coding${attributes}><CodeRef targetGUID="${code}"/></Coding>\n`;
    })
    .join('');
}

function codesOf(record: AnnotationRecord): string[] {
  const values = ATTRIBUTES.flatMap(({ name, field, kind }) => {
    const value = kind === 'choice' ? record[name] : null;
    return value === null ? [] : [valueCode(field, String(value))];
  });
  return [tagCode(record.tag), ...values];
}

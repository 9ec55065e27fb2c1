import { formatParts } from '../../domain/annotation.ts';
import { attributesOf } from '../../domain/attributes.ts';
import { writeAnswers } from '../../domain/codebook/field.ts';
import type { AnnotationRecord, ArticleRecords } from '../../domain/record.ts';
import { CodePoints } from '../../text/code-points.ts';
import { inCodePoints } from '../writing/in-code-points.ts';
import { xmlAttributes, xmlText } from '../writing/xml-text.ts';
import { featuresName, fragmentName, type People } from './names.ts';

/** What each annotation says, exactly and in full, after the text: a feature structure and a note for it. */
export function* standOffPieces({ article, annotations }: ArticleRecords, people: People): Generator<string> {
  if (annotations.length === 0) return;
  const codePoints = new CodePoints(article.text);
  yield '<standOff>\n';
  for (const record of annotations) {
    yield `<fs${xmlAttributes({ 'xml:id': featuresName(record.id), type: record.tag })}>`;
    yield features(record, codePoints);
    yield `</fs>\n${noteOf(record, people)}`;
  }
  yield '</standOff>\n';
}

function features(record: AnnotationRecord, codePoints: CodePoints): string {
  const { id, annotator, origin, createdAt, updatedAt } = record;
  const attributes = attributesOf(record.tag)
    .filter(({ name }) => name !== 'note')
    .map(({ name, field }): [string, string | number | null] => [field, record[name]]);
  const all: [string, string | number | null][] = [
    ['id', id],
    ['parts', formatParts(inCodePoints(record.parts, codePoints))],
    ...attributes,
    ...writeAnswers(record.answers).map(([name, text]): [string, string] => [name, text]),
    ['annotator', annotator],
    ['origin', origin],
    ['created_at', createdAt],
    ['updated_at', updatedAt],
  ];
  return all.map(([name, value]) => feature(name, value)).join('');
}

function feature(name: string, value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<f name="${name}"><numeric value="${value}"/></f>`;
  return `<f name="${name}"><string>${xmlText(value)}</string></f>`;
}

function noteOf({ id, note, annotator }: AnnotationRecord, { annotators }: People): string {
  if (note === null) return '';
  const resp = annotators.get(annotator);
  const attributes = xmlAttributes({ target: `#${fragmentName(id)}`, resp: resp && `#${resp}` });
  return `<note${attributes}>${xmlText(note)}</note>\n`;
}

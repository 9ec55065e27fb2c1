import { attributesOf } from '../../domain/attributes.ts';
import type { CodebookTag } from '../../domain/codebook/codebook.ts';
import { writeAnswers } from '../../domain/codebook/field.ts';
import type { AnnotationRecord } from '../../domain/record.ts';
import { attributeName } from '../../messages/en/attributes.ts';
import { nameToken } from '../writing/name-token.ts';
import { ORIGIN_WORDS } from '../writing/tag-words.ts';
import { escapeHtml } from './escape-html.ts';
import { classOf } from './style.ts';

/** An annotation with its number in the article, from 1. */
export interface Numbered {
  readonly record: AnnotationRecord;
  readonly tag: CodebookTag;
  readonly number: number;
}

/** The short reference that joins a mark to its entry: the tag's letter and the number. */
export function referenceOf({ tag, number }: Numbered): string {
  return `${tag.letter}${number}`;
}

/** The id of the place in the text where an annotation begins. */
export const markName = (id: string) => `m-${nameToken(id)}`;

/** The id of an annotation's entry in the list. */
export const entryName = (id: string) => `n-${nameToken(id)}`;

/** The entry of an annotation in the list beside the text: its words, and all that it says. */
export function entryOf(numbered: Numbered, langAttribute: string): string {
  const { record, tag } = numbered;
  const { id, text } = record;
  return [
    `<li id="${entryName(id)}" class="${classOf(tag.key)}">`,
    `<p class="head"><a href="#${markName(id)}" role="doc-backlink" title="Back to the text">${referenceOf(numbered)}</a>`,
    ` ${escapeHtml(tag.name)}</p>`,
    `<blockquote dir="auto"${langAttribute}>${escapeHtml(text)}</blockquote>`,
    attributeList(rowsOf(numbered.record)),
    `<p class="made">${madeLine(numbered.record)}</p></li>\n`,
  ].join('');
}

type Row = readonly [name: string, value: string];

function rowsOf(record: AnnotationRecord): Row[] {
  const own = writeAnswers(record.answers).map(
    ([name, text]): Row => [name.replace(/^field_/, '').replaceAll('_', ' '), text],
  );
  const known = attributesOf(record.tag).flatMap(({ name }): Row[] => {
    const value = record[name];
    return value === null ? [] : [[attributeName[name], String(value)]];
  });
  return [...known, ...own];
}

function attributeList(rows: readonly Row[]): string {
  return rows.length === 0 ? '' : `<dl>${rows.map(asRow).join('')}</dl>`;
}

function asRow([name, value]: Row): string {
  return `<div><dt>${name}</dt><dd dir="auto">${escapeHtml(value)}</dd></div>`;
}

/** By whom, how and when it was made, and when it was last changed. */
function madeLine({ annotator, origin, createdAt, updatedAt }: AnnotationRecord): string {
  const made = [`<span dir="auto">${escapeHtml(annotator)}</span>`, ORIGIN_WORDS[origin], timeOf(createdAt)];
  return [...made, ...(updatedAt === createdAt ? [] : [`changed ${timeOf(updatedAt)}`])].join(' · ');
}

function timeOf(time: string): string {
  const shown = time.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, '$1 $2 UTC');
  return `<time datetime="${escapeHtml(time)}">${escapeHtml(shown)}</time>`;
}

import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { Span } from '../../text/span.ts';

/** One of the annotations that a cell names; several may stand on a word. */
export interface TsvItem {
  /** `*` for an annotation that says nothing. */
  readonly value: string;
  /** Tells annotations of a layer apart where there are several, or where one goes over several words. */
  readonly number: string | undefined;
}

/** A word of the file, or a part of one. */
export interface TsvToken {
  /** `2-13`, or `2-13.1` for a part of a word. */
  readonly number: string;
  readonly form: string;
  /** As the file counts. */
  readonly span: Span;
  readonly cells: readonly (readonly TsvItem[])[];
}

const ROW = /^(\d+-\d+(?:\.\d+)?)\t(\d{1,9})-(\d{1,9})\t([^\t]*)\t?(.*)$/;

/** The text of a file, put together from its sentences, and its words. */
export function readSentences(lines: readonly string[]): {
  readonly text: string;
  readonly tokens: readonly TsvToken[];
} {
  const text = new GrowingText();
  const tokens: TsvToken[] = [];
  let sentence: string[] = [];
  for (const line of lines) {
    if (line.startsWith('#Text=')) sentence.push(unescaped(line.slice(6)));
    const token = tokenOf(line);
    if (!token) continue;
    if (sentence.length > 0) text.add(sentence.join('\n'), token);
    sentence = [];
    tokens.push(token);
    text.reach(token.span.end);
  }
  return { text: text.text, tokens };
}

/** Further no two sentences of an article stand apart. */
const MAX_GAP = 10_000;
/** More annotations of a layer stand on no word; a file made to harm has half as many as it has bytes. */
const MAX_STACK = 1000;

/** Sentences stand as far apart as their words say: one place is a space, more are line ends. */
class GrowingText {
  text = '';
  /** Where the text ends, as the file counts. */
  #end = 0;

  add(sentence: string, { span, form }: TsvToken): void {
    const start = span.start - Math.max(0, sentence.indexOf(form));
    const gap = Math.max(0, start - this.#end);
    if (gap > MAX_GAP) throw new UnreadableFileError(t('file.tsvGap'));
    this.text += (gap === 1 && this.text !== '' ? ' ' : '\n'.repeat(gap)) + sentence;
    this.#end = start + sentence.length;
  }

  /** Where the file counts otherwise than UTF-16, its words tell where the text has got to. */
  reach(end: number): void {
    this.#end = Math.max(end, this.#end);
  }
}

function tokenOf(line: string): TsvToken | undefined {
  const [, number = '', start, end, form = '', rest = ''] = ROW.exec(line) ?? [];
  if (number === '') return undefined;
  const cells = rest.split('\t').map(itemsOf);
  return { number, form: unescaped(form), span: { start: Number(start), end: Number(end) }, cells };
}

/** `_` says that there is nothing; signs with a meaning of their own stand behind a backslash. */
function itemsOf(cell: string): TsvItem[] {
  if (cell === '_' || cell === '') return [];
  const items = cell.match(/(?:\\.|[^\\|])+/gu) ?? [];
  if (items.length > MAX_STACK) throw new UnreadableFileError(t('file.tsvGap'));
  return items.map((item) => {
    const [, value = item, number] = /^(.*?)(?:\[(\d+)\])?$/u.exec(item) ?? [];
    return { value: unescaped(value), number };
  });
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(written: string): string {
  return written.replaceAll(/\\(.)/gu, (_, sign: string) => ESCAPED[sign] ?? sign);
}

import type { Span } from '../../../src/text/span.ts';

/** A word of a dependency tree. Numbers count from 1 in the sentence; the root's head is 0. */
export interface TreeWord {
  readonly number: number;
  readonly form: string;
  readonly kind: string;
  readonly features: string;
  readonly head: number;
  /** Without its subtype: `nummod`. */
  readonly relation: string;
  /** In UTF-16 code units of the sentence. The words of a contraction share its place. */
  readonly span: Span;
}

/** A sentence of a treebank in the CoNLL-U format (universaldependencies.org/format.html). */
export interface TreeSentence {
  readonly text: string;
  readonly startsParagraph: boolean;
  readonly spaceFollows: boolean;
  readonly words: readonly TreeWord[];
}

/** Reads a CoNLL-U file. Throws an Error for a word that does not stand in its sentence. */
export function readConllu(file: string): TreeSentence[] {
  return file
    .split(/\n\s*\n/)
    .map((block) => block.split('\n'))
    .filter((lines) => lines.some((line) => /^\d/.test(line)))
    .map(readSentence);
}

function readSentence(lines: readonly string[]): TreeSentence {
  const text =
    lines
      .find((line) => line.startsWith('# text ='))
      ?.replace('# text =', '')
      .trim() ?? '';
  const rows = lines.filter((line) => /^\d/.test(line)).map((line) => line.split('\t'));
  const written = writtenRows(rows);
  return {
    text,
    startsParagraph: lines.some((line) => /^# new(?:par|doc)\b(?!_)/.test(line)),
    spaceFollows: !/\bSpaceAfter=No\b/.test(written.at(-1)?.[9] ?? ''),
    words: wordsOf(rows, placesIn(text, written)),
  };
}

/** The rows that are written in the text: a contraction (`3-4`) for its words, and no empty nodes (`5.1`). */
function writtenRows(rows: readonly string[][]): string[][] {
  let last = 0;
  return rows.filter(([id = '']) => {
    if (id.includes('.') || Number(id) <= last) return false;
    last = Number(id.split('-').at(-1));
    return true;
  });
}

/** Where each written word stands, by the number of each word that it is. */
function placesIn(text: string, written: readonly string[][]): Map<number, Span> {
  const places = new Map<number, Span>();
  let at = 0;
  for (const [id = '', form = ''] of written) {
    const start = text.indexOf(form, at);
    if (start === -1) throw new Error(`“${form}” does not stand in “${text}”`);
    at = start + form.length;
    const [first = 0, last = first] = id.split('-').map(Number);
    for (let number = first; number <= last; number++) places.set(number, { start, end: at });
  }
  return places;
}

function wordsOf(rows: readonly string[][], places: ReadonlyMap<number, Span>): TreeWord[] {
  return rows.flatMap(([id = '', form = '', , kind = '', , features = '', head = '', relation = '']) => {
    const span = places.get(Number(id));
    if (!span) return [];
    const number = Number(id);
    const [mainRelation = ''] = relation.split(':');
    return [{ number, form, kind, features, head: Number(head), relation: mainRelation, span }];
  });
}

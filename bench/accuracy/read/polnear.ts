import { CodePointOffsets } from '../../../src/text/code-point-offsets.ts';
import type { Span } from '../../../src/text/span.ts';
import type { QuoteType } from '../../../src/text/suggest/suggestion.ts';
import type { AttributedArticle, Attribution } from '../score/quotes.ts';

/**
 * Reads an article of PolNeAR with what one annotator marked in it (brat's standoff format, but with the
 * fragments of a span in any order). Attributions that the set itself tells apart as having no source
 * (`Attribution-no-source`) are left out, and so are those in which nothing is said.
 */
export function readPolnearArticle(text: string, annotations: string): AttributedArticle {
  const lines = annotations.split('\n').map((line) => line.split('\t'));
  const offsets = new CodePointOffsets(text);
  const marked = lines
    .filter(([id = '']) => /^T\d+$/.test(id))
    .map(([id = '', data = '']) => {
      const [, label = '', places = ''] = /^(\S+) (.*)$/.exec(data) ?? [];
      return { id, label, spans: spansIn(places, offsets) };
    });
  const spansOf = new Map(marked.map(({ id, spans }) => [id, spans]));
  return {
    text,
    attributions: lines.flatMap(([id = '', data = '']) =>
      /^E\d+$/.test(id) && data.startsWith('Attribution:') ? attributionsIn(data, spansOf, text) : [],
    ),
    setAside: marked.filter(({ label }) => label === 'Discard').flatMap(({ spans }) => spans),
  };
}

/** `209 236;91 186`, in Unicode code points. */
function spansIn(places: string, offsets: CodePointOffsets): Span[] {
  return places.split(';').map((place) => {
    const [start = 0, end = 0] = place.split(' ').map(Number);
    return { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
  });
}

/**
 * `Attribution:T4 Content:T3 Cue:T2 Source:T1`; a second part of a role has a number to its name: `Content2`.
 */
function attributionsIn(
  data: string,
  spansOf: ReadonlyMap<string, readonly Span[]>,
  text: string,
): Attribution[] {
  const roles = data.split(' ').map((argument) => argument.split(':'));
  const play = (wanted: string) =>
    roles
      .filter(([role = '']) => role.replace(/\d+$/, '') === wanted)
      .flatMap(([, target = '']) => spansOf.get(target) ?? [])
      .sort((a, b) => a.start - b.start);
  const content = play('Content');
  if (content.length === 0) return [];
  const type = typeOf(content.map(({ start, end }) => text.slice(start, end).trim()));
  return [{ type, content, cue: play('Cue'), source: play('Source') }];
}

/** By its quote marks: around every part, somewhere, or nowhere. */
function typeOf(parts: readonly string[]): QuoteType {
  if (parts.every(isQuoted)) return 'direct';
  return parts.some((part) => /["“”]/.test(part)) ? 'mixed' : 'indirect';
}

/** What goes on in the next paragraph has no closing mark. */
function isQuoted(part: string): boolean {
  return /^["“]/.test(part) && (/["”][.,;:]?$/.test(part) || !/["“”]/.test(part.slice(1)));
}

import type { Span } from '../../span.ts';
import type { Draft } from './draft.ts';
import type { Paragraph, Statement } from './paragraphs.ts';
import { type Token, WHOLE } from './tokens.ts';

/** In code units. */
const SPEECH_LENGTH = 24;

/** Takes the draft without cue that starts where a quote does out of `found`. */
export function removeAt(found: Draft[], { start }: Span): void {
  const index = found.findIndex((draft) => !draft.attribution && draft.parts[0]?.start === start);
  if (index >= 0) found.splice(index, 1);
}

/** A quote without a cue, before a statement with one for another: “We left.” Lee said: “We ran.” */
export function leadingQuote(
  { tokens }: Paragraph,
  { from }: Statement,
  found: readonly Draft[],
): Token | undefined {
  const first = tokens[from];
  if (first?.kind !== 'quote' || first.word !== WHOLE || !found.some((draft) => draft.attribution))
    return undefined;
  const taken = found.some(
    (draft) =>
      draft.attribution && draft.parts.some((part) => part.start <= first.start && first.end <= part.end),
  );
  return taken ? undefined : first;
}

/** A quote that is a sentence of its own goes on the quote before it in the paragraph. */
export function addLone(
  drafts: Draft[],
  before: Draft | undefined,
  paragraph: Paragraph,
  statement: Statement,
  quote: Span,
): void {
  if (before?.attribution) {
    before.parts.push(quote);
    before.marked = true;
    if (before.parts.length === 1 && drafts.lastIndexOf(before) < 0) drafts.push(before);
  } else if (before && drafts.lastIndexOf(before) >= 0) before.parts.push(quote);
  else drafts.push({ parts: [quote], paragraph, statement, direct: true, marked: true });
}

/** Whether a long stretch closes with a mark of its own. */
export function endsAsSpeech({ text }: Paragraph, { start, end }: Span): boolean {
  return end - start > SPEECH_LENGTH && /[.!?…]['’]?$/.test(text.slice(end - 2, end));
}

/** Whether it stands between single marks. */
export function isSingle({ text }: Paragraph, { start }: Span): boolean {
  return /^[‘'](?!['’])/.test(text.slice(start, start + 2));
}

/** The quotes that a statement consists of, if it has no other words. */
export function loneQuote({ tokens }: Paragraph, { from, to }: Statement): Span | undefined {
  const first = tokens[from];
  if (first?.kind !== 'quote') return undefined;
  let end = first.end;
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at];
    if (token?.kind === 'quote') end = token.end;
    else if (token?.kind !== 'stop' && token?.kind !== 'dash') return undefined;
  }
  return { start: first.start, end };
}

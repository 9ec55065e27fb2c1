import type { Attribution } from './attribution.ts';
import type { Statement } from './paragraphs.ts';
import { type Token, WHOLE } from './tokens.ts';

const LABEL_LENGTH = 8;

/** "Jones: …" at the start of a statement: names, titles and numbers, then a colon. */
export function readLabel(tokens: readonly Token[], { from, to }: Statement): Attribution | undefined {
  let at = from;
  while (at < Math.min(to, from + LABEL_LENGTH) && isLabelWord(tokens[at])) at++;
  if (at === from || tokens[at]?.kind !== 'colon' || (at + 4 >= to && tokens[at + 1]?.kind !== 'quote'))
    return undefined;
  const contents = [{ from: at + 1, to: quotesEnd(tokens, at + 1, to) ?? to }];
  return {
    cue: { from: at, to: at + 1 },
    subject: { from, to: at },
    contents,
    extent: { from, to },
    lemma: ':',
    speech: true,
    label: true,
  };
}

/** "Jones: “…” He left.": where the quotes right behind the colon end, if they close as sentences do. */
function quotesEnd(tokens: readonly Token[], from: number, to: number): number | undefined {
  let at = from;
  while (at < to && tokens[at]?.kind === 'quote') at++;
  return tokens[at - 1]?.word === WHOLE ? at : undefined;
}

function isLabelWord(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && token.capital;
}

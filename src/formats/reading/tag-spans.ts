import type { Span } from '../../text/span.ts';

/** A word of a text with its tag, as `B-ORG`. */
export interface TaggedToken extends Span {
  readonly tag: string;
}

/** A span that tags of single words make. */
export interface TagSpan extends Span {
  readonly label: string;
}

/** What a tag may begin with, and what that says: IOB1, IOB2, IOBES, BILOU, BMEWO. */
const SCHEME = /^([BIESULMW])[-_](.+)$/u;
const BEGINS = 'BSUW';
const ENDS = 'ESULW';

/** Words that are no tag. */
const OUTSIDE = new Set(['O', '-', '_', '', '*']);

/**
 * The spans that tags of words make. A tag that goes on where nothing has begun begins by itself, as IOB1 has it; bare
 * labels go on as long as they are the same.
 */
export function spansOfTags(tokens: readonly TaggedToken[]): TagSpan[] {
  const spans: { start: number; end: number; label: string }[] = [];
  let open: { start: number; end: number; label: string } | undefined;
  for (const { start, end, tag } of tokens) {
    const [, sign = '', named] = SCHEME.exec(tag) ?? [];
    const label = OUTSIDE.has(tag) ? undefined : (named ?? tag);
    if (open && open.label === label && !BEGINS.includes(sign || ' ')) open.end = end;
    else {
      open = label === undefined ? undefined : { start, end, label };
      if (open) spans.push(open);
    }
    if (ENDS.includes(sign || ' ')) open = undefined;
  }
  return spans;
}

/** Whether a word looks like a tag of one of these schemes. */
export function isSpanTag(word: string): boolean {
  return word === 'O' || SCHEME.test(word);
}

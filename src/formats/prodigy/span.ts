import { z } from 'zod';
import { t } from '../../messages/language.ts';
import type { Anchor } from '../../text/anchor.ts';
import { identifier, offset, words } from '../reading/lenient.ts';

/** Where a token of the task stands, in code points. */
export interface Token {
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** A span as it is read; `key` is what relations name it by: its tokens. */
export interface ProdigySpan {
  readonly label: string;
  readonly anchor: Anchor;
  readonly key: string;
}

const spanShape = z.looseObject({
  start: offset,
  end: offset,
  token_start: offset,
  token_end: offset,
  label: identifier,
  text: words,
});

/**
 * Reads a span: `start` and `end` count code points, `end` exclusive. Where they are missing the tokens give
 * them, of which `token_end` is the last one that belongs to the span.
 */
export function readSpan(
  value: unknown,
  tokens: readonly Token[],
): ProdigySpan | { readonly reason: string } {
  const { data: span } = spanShape.safeParse(value);
  if (!span) return { reason: t('record.notSpan') };
  const start = span.start ?? tokens[span.token_start ?? -1]?.start;
  const end = span.end ?? tokens[span.token_end ?? -1]?.end;
  if (start === undefined || end === undefined) return { reason: t('record.spanNoOffsets') };
  return {
    label: span.label ?? 'unlabelled',
    anchor: {
      offsets: { start, end, unit: 'code-points' },
      words: span.text,
    },
    key: spanKey(span.token_start, span.token_end),
  };
}

/** Tells spans of a task from each other, as relations do. */
export function spanKey(tokenStart: number | undefined, tokenEnd: number | undefined): string {
  return `${tokenStart}-${tokenEnd}`;
}

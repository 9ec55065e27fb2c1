import { t } from '../../../messages/language.ts';
import type { Anchor, OffsetUnit } from '../../../text/anchor.ts';

/**
 * The place that a fragment identifier gives: characters of a plain text (RFC 5147, `char=10,20`) or the
 * words of a text fragment (`:~:text=before-,words,-after`). `unit` is what the file's positions count.
 */
export function anchorOfFragment(
  fragment: string,
  unit: OffsetUnit,
): { anchor: Anchor } | { reason: string } {
  const bare = fragment.replace(/^#/, '');
  const characters = /^char=(\d{1,9}),(\d{1,9})(?:;|$)/.exec(bare);
  if (characters)
    return { anchor: { offsets: { start: Number(characters[1]), end: Number(characters[2]), unit } } };
  const directive = bare.split(':~:text=')[1];
  const quoted = directive === undefined ? undefined : quotedIn(directive);
  return quoted ? { anchor: quoted } : { reason: t('selector.fragment', { fragment: bare.slice(0, 60) }) };
}

/** A directive with two texts gives the ends of a passage only. */
function quotedIn(directive: string): Anchor | undefined {
  const [terms = ''] = directive.split('&');
  const parts = terms.split(',');
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  const words = decoded(parts[0]);
  if (parts.length !== 1 || !words) return undefined;
  const before = decoded(prefix);
  const after = decoded(suffix);
  return { words, prefix: before || undefined, suffix: after || undefined };
}

function decoded(written: string | undefined): string | undefined {
  try {
    return written === undefined ? undefined : decodeURIComponent(written);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

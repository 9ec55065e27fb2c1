import type { Span } from '../../span.ts';
import type { QuoteType } from '../suggestion.ts';
import type { Attribution } from './attribution.ts';
import type { Range } from './noun-phrases.ts';
import type { Paragraph, Statement } from './paragraphs.ts';
import type { Token } from './tokens.ts';

/** Who is interviewed, where an "A:" does not say. */
export interface Guest {
  readonly tokens: readonly Token[];
  readonly name: Range;
}

/** A quote before its speaker is known. */
export interface Draft {
  readonly parts: Span[];
  /** The paragraph of the cue, or of the first part where there is no cue. */
  paragraph: Paragraph;
  /** Where in the paragraph it stands: the first token of its statement. */
  statement: Statement;
  attribution?: Attribution;
  /** Who is interviewed, where the words around name nobody. */
  readonly guest?: Guest;
  /** Whether each part is one whole quoted stretch. */
  direct: boolean;
  /** Whether any part holds quote marks. */
  marked: boolean;
}

/** How a draft reports speech. */
export function typeOf(draft: Draft): QuoteType {
  if (draft.direct) return 'direct';
  return draft.marked ? 'mixed' : 'indirect';
}

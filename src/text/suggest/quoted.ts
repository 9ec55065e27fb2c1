import { hullOf, type Span } from '../span.ts';
import { sharedLength, totalLength } from './shared-length.ts';
import type { ClaimSuggestion } from './suggestion.ts';

/** A quote, as far as it tells who says what stands in it. */
export interface Quoted {
  readonly parts: readonly Span[];
  readonly speaker?: string | null;
}

/** What stands in a quote by half or more of its letters is said by whoever says the quote. */
const INSIDE = 0.5;

/** Who says the words of `parts`: the speaker of the quote that holds most of them, of several the inner one. */
export function speakerAround(parts: readonly Span[], quotes: readonly Quoted[]): string | undefined {
  const length = totalLength(parts);
  const around = quotes
    .map((quote) => ({ quote, shared: sharedLength(parts, quote.parts) }))
    .filter(({ quote, shared }) => quote.speaker && shared >= length * INSIDE)
    .sort((a, b) => b.shared - a.shared || totalLength(a.quote.parts) - totalLength(b.quote.parts));
  return around[0]?.quote.speaker ?? undefined;
}

/** Claims with who says them, where they stand in a quote. Both are in text order. */
export function withSpeakers(
  claims: readonly ClaimSuggestion[],
  quotes: readonly Quoted[],
): ClaimSuggestion[] {
  let next = 0;
  let near: { readonly quote: Quoted; readonly hull: Span }[] = [];
  return claims.map((claim) => {
    const { start, end } = hullOf(claim.parts);
    near = near.filter(({ hull }) => hull.end > start);
    for (let quote = quotes[next]; quote && (quote.parts[0]?.start ?? 0) < end; quote = quotes[++next])
      near.push({ quote, hull: hullOf(quote.parts) });
    const speaker = speakerAround(
      claim.parts,
      near.map(({ quote }) => quote),
    );
    return speaker === undefined ? claim : { ...claim, speaker };
  });
}

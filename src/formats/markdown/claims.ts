import { type Located, listItem } from './located.ts';

/** The claims as a list, in text order. */
export function* claimPieces(claims: readonly Located[]): Generator<string> {
  if (claims.length === 0) return;
  yield '\n### Claims\n\n';
  for (const claim of claims) {
    const { checkWorthiness, speaker } = claim.record;
    yield listItem(claim, [
      ['worth checking', checkWorthiness],
      ['speaker', speaker],
    ]);
  }
}

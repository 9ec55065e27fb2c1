import type { Attribution } from './attribution.ts';
import { CONJUNCTION } from './lexicon.ts';
import type { Range } from './noun-phrases.ts';
import type { Token } from './tokens.ts';

/** Ends an earlier report where a later one in the same statement begins. */
export function trimOverlaps(tokens: readonly Token[], attributions: readonly Attribution[]): Attribution[] {
  return attributions.map((one, index) => {
    const later = attributions.slice(index + 1, index + 6);
    const contents = one.contents.map((range) =>
      later.reduce((left, next) => cutAt(tokens, left, next), range),
    );
    return { ...one, contents };
  });
}

function cutAt(tokens: readonly Token[], range: Range, later: Attribution): Range {
  const first = later.contents[0];
  if (first && first.to <= later.cue.from && first.from <= range.from && range.to > first.to)
    return { from: range.from, to: Math.max(range.from, first.to) };
  const start =
    later.subject && later.subject.from > range.from && later.subject.to <= later.cue.from
      ? later.subject.from
      : later.cue.from;
  if (start <= range.from || start >= range.to) return range;
  const before = tokens[start - 1];
  if (
    !before ||
    !(before.bits & CONJUNCTION) ||
    !/^(?:and|but|while|although|though|whereas)$/.test(before.word)
  )
    return range;
  const comma = tokens[start - 2]?.kind === 'comma';
  if (!comma && before.word === 'and') return range;
  return { from: range.from, to: Math.max(range.from + 1, comma ? start - 2 : start - 1) };
}

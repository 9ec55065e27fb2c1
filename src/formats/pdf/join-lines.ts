/** How often each word stands in a text, in small letters; words with hyphens count as one. */
export type Vocabulary = ReadonlyMap<string, number>;

const WORD = /[\p{L}\p{M}]+(?:[-‐’'][\p{L}\p{M}]+)*/gu;
const HYPHEN_AT_END = /[-‐\u00ad]$/u;

/** The words of `lines`, but for those that a line end may have parted. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const isRest = HYPHEN_AT_END.test(lines[at - 1] ?? '');
    const whole = (isRest ? line.replace(/^\S+/, '') : line).replace(/\S+[-‐\u00ad]$/u, '');
    for (const [word] of whole.matchAll(WORD)) {
      const key = word.toLowerCase().replaceAll('‐', '-');
      words.set(key, (words.get(key) ?? 0) + 1);
    }
  }
  return words;
}

/** The lines of one paragraph as one line: words that a line end parts are put together. */
export function joinLines(lines: readonly string[], vocabulary: Vocabulary): string {
  const pieces: string[] = [];
  let last = '';
  for (const line of lines) {
    if (last !== '') {
      const { kept, joint } = jointOf(last, line, vocabulary);
      pieces[pieces.length - 1] = kept;
      pieces.push(joint);
    }
    pieces.push(line);
    last = line;
  }
  return pieces.join('').replaceAll('\u00ad', '');
}

interface Joint {
  /** The first line, without the hyphen where that goes. */
  readonly kept: string;
  readonly joint: '' | ' ';
}

const LETTERS_AND_HYPHEN = /([\p{L}\p{M}]+)([-‐\u00ad])$/u;
const LETTERS = /^[\p{L}\p{M}]+/u;
const TIGHT_END = /(?:\S[—/]|\d–|[\p{L}\p{N}][-‐])$/u;
const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、]/u;
/** `two- and three-year`: the second half of the word is left out. */
const SUSPENDED = /^(?:and|or|und|oder|bis)\b/u;

function jointOf(line: string, next: string, vocabulary: Vocabulary): Joint {
  const [, first, hyphen] = LETTERS_AND_HYPHEN.exec(line) ?? [];
  const [second] = LETTERS.exec(next) ?? [];
  if (first && second && hyphen) return hyphenJoint({ line, first, hyphen, second }, vocabulary);
  if (TIGHT_END.test(line)) return { kept: line, joint: '' };
  const isTight = IDEOGRAPHIC.test(line.slice(-1)) && IDEOGRAPHIC.test(next.charAt(0));
  return { kept: line, joint: isTight ? '' : ' ' };
}

interface Parted {
  readonly line: string;
  readonly first: string;
  readonly hyphen: string;
  readonly second: string;
}

function hyphenJoint({ line, first, hyphen, second }: Parted, vocabulary: Vocabulary): Joint {
  const without = { kept: line.slice(0, -1), joint: '' } as const;
  if (hyphen === '\u00ad') return without;
  const timesJoined = vocabulary.get((first + second).toLowerCase()) ?? 0;
  const timesHyphenated = vocabulary.get(`${first}-${second}`.toLowerCase()) ?? 0;
  if (timesJoined !== timesHyphenated)
    return timesJoined > timesHyphenated ? without : { kept: line, joint: '' };
  if (SUSPENDED.test(second) && second.length <= 4) return { kept: line, joint: ' ' };
  return isCompound({ line, first, second, hyphen }, vocabulary) ? { kept: line, joint: '' } : without;
}

/** First halves that stand with a hyphen and begin hardly any longer word. */
const FIRST_HALVES = new Set(
  'well self half twenty thirty forty fifty sixty seventy eighty ninety two three five nine year month week'.split(
    ' ',
  ),
);
/** Second halves that are words and end hardly any longer word. */
const SECOND_HALVES = new Set(
  'based called known making backed owned related friendly general elect year years month months old long-term term class up of the being looking speaking'.split(
    ' ',
  ),
);

/** Whether a hyphen at a line end belongs to the word, where no other place in the text tells. */
function isCompound({ line, first, second }: Parted, vocabulary: Vocabulary): boolean {
  const isShouted = first === first.toUpperCase() && second === second.toUpperCase() && first.length > 1;
  if (/^\p{Lu}/u.test(second) && !isShouted) return true;
  // Something that has a hyphen, a figure or a point before is a compound or an address already.
  const before = line.slice(0, -first.length - 1);
  if (/[\d\-‐./@_]$/u.test(before)) return true;
  const [one, two] = [first.toLowerCase(), second.toLowerCase()];
  if (FIRST_HALVES.has(one) || SECOND_HALVES.has(two)) return true;
  return Math.min(one.length, two.length) > 3 && vocabulary.has(one) && vocabulary.has(two);
}

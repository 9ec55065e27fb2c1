/** What the tags of an XML document come to, told without parsing it. Lengths are UTF-16 code units. */
export interface TagMeasure {
  /** Opening, closing and empty tags, and instructions (`<?…?>`). */
  readonly count: number;
  /** How deep the elements nest. */
  readonly deepest: number;
  /** The longest of those that open an element. */
  readonly longestOpening: number;
  /** The longest of the closing tags and instructions, which hold a name and little else. */
  readonly longestOther: number;
}

/**
 * Measures the tags of an XML document, since parsers take time in the square of some of these figures. Comments and
 * CDATA are passed over. Undefined where one of all these has no end, or a tag has another inside. Looks at each
 * character a fixed number of times.
 */
export function measureTags(xml: string): TagMeasure | undefined {
  const found = { count: 0, deepest: 0, longestOpening: 0, longestOther: 0 };
  let depth = 0;
  for (let at = xml.indexOf('<'); at !== -1; ) {
    const kind = xml[at + 1];
    const end = kind === '!' || kind === '/' || kind === '?' ? endOfOther(xml, at) : endOfOpening(xml, at);
    if (end === -1) return undefined;
    if (kind !== '!') found.count += 1;
    if (kind === '/' || kind === '?') found.longestOther = Math.max(found.longestOther, end - at);
    else if (kind !== '!') {
      found.longestOpening = Math.max(found.longestOpening, end - at);
      if (xml[end - 2] !== '/') depth += 1;
    }
    if (kind === '/') depth -= 1;
    found.deepest = Math.max(found.deepest, depth);
    at = xml.indexOf('<', end);
  }
  return found;
}

/** Just after the `>` that ends the tag at `at`, which does not count inside of quotes; -1 where there is none. */
function endOfOpening(xml: string, at: number): number {
  for (let next = at + 1; next < xml.length; next++) {
    const character = xml[next];
    if (character === '>') return next + 1;
    if (character === '<') return -1;
    if (character !== '"' && character !== "'") continue;
    next = xml.indexOf(character, next + 1);
    if (next === -1) return -1;
  }
  return -1;
}

const ENDS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<', '>'],
] as const;

function endOfOther(xml: string, at: number): number {
  const [start, close] = ENDS.find(([begin]) => xml.startsWith(begin, at)) ?? ['<', '>'];
  const end = xml.indexOf(close, at + start.length);
  return end === -1 ? -1 : end + close.length;
}

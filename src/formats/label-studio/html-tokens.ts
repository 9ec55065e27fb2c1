import { parseHTML } from 'linkedom';

/** A tag: its name in lower case, and whether it opens. */
interface HtmlTag {
  readonly kind: 'tag';
  readonly name: string;
  readonly opens: boolean;
}

/** Words between tags, or a tag. */
export type HtmlToken = { readonly kind: 'text'; readonly text: string } | HtmlTag;

/** Elements whose content is no text of the page. */
const RAW = ['script', 'style'];

const TAG_NAME = /<(\/?)([a-z][a-z0-9-]{0,40})/iy;

/**
 * Words and tags of HTML in the order of the file, character references decoded. Comments, declarations, scripts and
 * styles are passed over; nothing is loaded or run. Linear in the length, however broken the markup is.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = nextMarkup(html, at);
    if (open > at) yield { kind: 'text', text: decoded(html.slice(at, open)) };
    if (open === html.length) return;
    const close = html.startsWith('<!--', open) ? endOfComment(html, open) : endOfTag(html, open);
    if (close < 0) return yield { kind: 'text', text: decoded(html.slice(open)) };
    const tag = tagAt(html, open);
    if (tag) yield tag;
    at = tag?.opens && RAW.includes(tag.name) ? endOfRaw(html, close, tag.name) : close;
  }
}

/** Where the next tag, comment or declaration begins, or the length. */
function nextMarkup(html: string, from: number): number {
  let at = html.indexOf('<', from);
  while (at >= 0 && !/[a-z/!?]/i.test(html.charAt(at + 1))) at = html.indexOf('<', at + 1);
  return at < 0 ? html.length : at;
}

function tagAt(html: string, at: number): HtmlTag | undefined {
  TAG_NAME.lastIndex = at;
  const [found, slash, name] = TAG_NAME.exec(html) ?? [];
  if (found === undefined || name === undefined) return undefined;
  return { kind: 'tag', name: name.toLowerCase(), opens: slash === '' };
}

function endOfComment(html: string, at: number): number {
  const end = html.indexOf('-->', at + 4);
  return end < 0 ? -1 : end + 3;
}

/** Just after the `>` of a tag, which does not count inside of quotes; -1 where there is none. */
function endOfTag(html: string, open: number): number {
  for (let at = open + 1; at < html.length; at++) {
    const character = html.charAt(at);
    if (character === '>') return at + 1;
    if (character !== '"' && character !== "'") continue;
    at = html.indexOf(character, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

function endOfRaw(html: string, from: number, name: string): number {
  const closing = name === 'script' ? /<\/script/gi : /<\/style/gi;
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|[a-z][a-z0-9]{1,31});/gi;

function decoded(text: string): string {
  return text.replace(REFERENCE, (reference: string, hex?: string, decimal?: string) => {
    if (hex !== undefined) return fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return fromCodePoint(Number(decimal));
    return named(reference);
  });
}

function fromCodePoint(point: number): string {
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : '\ufffd';
}

/** HTML has some two thousand names; each is looked up once. */
const known = new Map<string, string>([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', '\u00a0'],
]);
const MOST_KNOWN = 3000;

function named(reference: string): string {
  const found = known.get(reference);
  if (found !== undefined) return found;
  const { document } = parseHTML(`<!doctype html><html><body><p>${reference}</p></body></html>`);
  const text: unknown = document.querySelector('p')?.textContent;
  const meant = typeof text === 'string' ? text : reference;
  if (known.size < MOST_KNOWN) known.set(reference, meant);
  return meant;
}

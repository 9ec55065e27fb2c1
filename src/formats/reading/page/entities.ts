const NUMBERED = /&#(?:(\d{1,7})|x([\da-f]{1,6}));/gi;
const MARKUP: ReadonlySet<number> = new Set([0x22, 0x26, 0x27, 0x3c, 0x3e]);
const NAMED: Readonly<Record<string, string>> = { nbsp: ' ', shy: '\u00AD', ndash: '–', mdash: '—' };
const OF_MARKUP: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Text of a page with its numbered entities and the most frequent named ones decoded, except for those that stand for
 * signs of markup: it means the same in the page. Numbers that the HTML Standard gives another meaning are left.
 */
export function decodeCommonEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replaceAll(NUMBERED, (whole, decimal: string | undefined, hex: string | undefined) => {
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return isPlain(code) ? String.fromCodePoint(code) : whole;
    })
    .replaceAll(/&(nbsp|shy|[nm]dash);/g, (whole, name: string) => NAMED[name] ?? whole);
}

/** The same for a value that is no markup: the signs of markup are decoded too. */
export function decodeAllEntities(text: string): string {
  const numbers = text.replaceAll(/&#0*(?:34|x22);/gi, '"').replaceAll(/&#0*(?:38|x26);/gi, '&amp;');
  return decodeCommonEntities(numbers.replaceAll(/&#0*(?:39|x27);/gi, "'")).replaceAll(
    /&(amp|lt|gt|quot|apos);/g,
    (whole, name: string) => OF_MARKUP[name] ?? whole,
  );
}

function isPlain(code: number): boolean {
  const isControl = code < 0x20 || (code >= 0x7f && code <= 0x9f);
  return !(isControl || MARKUP.has(code) || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff);
}

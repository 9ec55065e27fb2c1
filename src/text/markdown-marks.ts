/** Texts with these signs of Unicode's private area keep their marks: the signs stand in for what is set aside. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];

/** What marks nothing inside of it: an escaped sign, code, a picture, an address. */
const SET_ASIDE =
  /\\([!-/:-@[-`{-~])|(?<!`)(`{1,3})(?!`)([^`\n]{1,500})\2(?!`)|!\[[^\]\n]{0,300}\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,300}")?\)|<(https?:[^<>\s]{1,2000})>|(?<!\]\(<?)https?:\/\/[^\s()<>[\]]{1,2000}/g;
const LINK =
  /\[((?:[^[\]\n]|\n(?!\s*\n)){1,1000})\]\((?:<[^<>\n]{0,2000}>|(?:[^()\s]|\([^()\s]{0,500}\)){0,2000})(?:\s+(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'))?\)/g;
const REFERRED = /\[([^[\]\n]{1,500})\] ?\[([^[\]\n]{0,200})\]/g;
const DEFINITION =
  /^ {0,3}\[(?!\^)([^[\]\n]{1,200})\]:[ \t]*<?\S+>?(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*(?:\n|$)/gm;
const STARS = /(?<![\p{N}*])(\*{1,3})(?![\s*])([^*]{0,5000}?[^\s*])\1(?![\p{N}*])/gu;
const LOW_LINES = /(?<![\p{L}\p{N}_])(_{1,3})(?![\s_])([^_]{0,5000}?[^\s_])\1(?![\p{L}\p{N}_])/gu;
const STRUCK = /~~(?![\s~])([^~]{0,5000}?[^\s~])~~/g;

/** Bold inside of italics inside of bold. */
const MAX_DEPTH = 3;

/**
 * A text in Markdown with the words of its inline marks alone: bold and italic, code, links and escapes become what a
 * page shows of them; pictures go. Marks of blocks (`# `, `- `, `> `) stay. Stars and low lines that mark nothing, as
 * in `2 * 3` or `snake_case`, stay too.
 */
export function withoutInlineMarks(text: string): string {
  if (text.includes(OPEN)) return text;
  const { plain, defined } = withoutDefinitions(text);
  const paragraphs = plain.split(/(\n[ \t]*\n)/);
  return paragraphs.map((part) => withoutMarks(part, defined)).join('');
}

/** Whether a text that is not called Markdown bears marks that nothing else does. */
export function looksMarked(text: string): boolean {
  return /(?<![\p{N}*])\*\*(?![\s*])[^*\n]{0,1000}[^\s*]\*\*(?!\*)|\[[^[\]\n]{1,300}\]\(https?:\/\/[^()\s]{1,1000}\)/u.test(
    text,
  );
}

function withoutDefinitions(text: string) {
  const defined = new Set<string>();
  for (const [, name = ''] of text.matchAll(DEFINITION)) defined.add(name.toLowerCase());
  return { plain: defined.size > 0 ? text.replaceAll(DEFINITION, '') : text, defined };
}

function withoutMarks(paragraph: string, defined: ReadonlySet<string>): string {
  const aside: string[] = [];
  const open = paragraph.replaceAll(
    SET_ASIDE,
    (whole, sign?: string, _?: string, code?: string, address?: string) => {
      aside.push(sign ?? code ?? address ?? (whole.startsWith('!') ? '' : whole));
      return `${OPEN}${aside.length - 1}${CLOSE}`;
    },
  );
  let words = open.replaceAll(LINK, '$1').replaceAll(REFERRED, (whole, label: string, name: string) => {
    return defined.has((name || label).toLowerCase()) ? label : whole;
  });
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    words = words.replaceAll(STARS, '$2').replaceAll(LOW_LINES, '$2').replaceAll(STRUCK, '$1');
  }
  return words.replaceAll(/\uE000(\d+)\uE001/g, (_, at: string) => aside[Number(at)] ?? '');
}

/** Line breaks of every kind, and tabs: in Markdown a text must stay on its line. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** Characters that begin markup anywhere in CommonMark, GitHub's flavour or Pandoc's. */
const MARKUP = /[\\`*_{}[\]<>#|~&$^=@]/g;

/** Where these begin a text they could begin a list, a rule, a definition or a numbered item. */
const AT_START = /^(?:[-+:]|\d+(?=[.)]))/;

/**
 * A colon of an address or of a name of an emoji, and the point of `www.`: some readers make links of them.
 */
const LINKS = /:(?=[a-z/+-])|(?<=www)\./gi;

/**
 * A text as one line of Markdown that shows its words and makes no markup: with a backslash before each
 * character that could. Line breaks become spaces, white space at the ends goes, and U+0000 becomes U+FFFD.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replaceAll(BREAKS, ' ').replaceAll('\u0000', '\ufffd').trim();
  const escaped = line.replaceAll(MARKUP, '\\$&').replaceAll(LINKS, '\\$&');
  return escaped.replace(AT_START, (start) => (/\d/.test(start) ? `${start}\\` : escapedOnce(start)));
}

const escapedOnce = (sign: string) => `\\${sign}`;

/**
 * Which styles mean what, in mammoth’s language, beside its own list of headings and lists. Word names its
 * own styles in English in every language; the other names are LibreOffice’s and Google’s.
 */
export const STYLE_MAP: readonly string[] = [
  "p[style-name='Title'] => h1:fresh",
  ...[7, 8, 9].flatMap((level) => [
    `p[style-name='heading ${level}'] => h6:fresh`,
    `p[style-name='Heading ${level}'] => h6:fresh`,
  ]),
  ...['Quote', 'Intense Quote', 'Block Text', 'Quotations', 'Block Quote', 'Quotation'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  ...['HTML Preformatted', 'Plain Text', 'Preformatted Text'].map(
    (name) => `p[style-name='${name}'] => p:fresh`,
  ),
];

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  '#39': "'",
};

/**
 * The words of a comment that was written as HTML: a line break for each `br` and end of a paragraph, list item or
 * quotation, all other tags left out, the commonest entities read. It is a note, not a page: nothing more is kept.
 */
export function plainText(html: string): string {
  return html
    .replaceAll(/<br\s?\/?>|<\/(?:p|div|li|blockquote|h[1-6])>/gi, '\n')
    .replaceAll(/<[a-z/!][^<>]*>/gi, '')
    .replaceAll(/&([a-z]{2,4}|#39);/gi, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

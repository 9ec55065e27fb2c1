const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\u0000': '\ufffd',
};

/**
 * A text as HTML, between tags or in a quoted attribute. A parser gives it back unchanged, but for U+0000,
 * which HTML cannot hold and which becomes U+FFFD.
 */
export function escapeHtml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what is replaced
  return text.replace(/[&<>"'\r\u0000]/g, (character) => ESCAPED[character] ?? '');
}

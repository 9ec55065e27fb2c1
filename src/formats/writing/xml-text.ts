/** What XML 1.0 has no way to say: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 can hold of a text: U+FFFD stands for each character that it cannot. */
export function heldByXml(text: string): string {
  return text.replace(ILLEGAL, '\ufffd');
}

/** A text between tags. What XML 1.0 cannot hold becomes U+FFFD; parsers give back all else unchanged. */
export function xmlText(text: string): string {
  return heldByXml(text).replace(/[&<>\r]/g, (character) => ESCAPED[character] ?? '');
}

/** Attributes, each with a space before it, those without a value left out. Line breaks and tabs survive. */
export function xmlAttributes(values: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(values).map(([name, value]) => {
    return value === undefined ? '' : ` ${name}="${attributeText(value)}"`;
  });
  return written.join('');
}

function attributeText(value: string): string {
  return heldByXml(value).replace(/[&<>"\t\n\r]/g, (character) => ESCAPED[character] ?? '');
}

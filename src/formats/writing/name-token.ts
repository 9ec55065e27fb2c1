/**
 * A text as part of a name that XML, HTML and addresses take as it is: letters, digits and hyphens stay, any
 * other character becomes its number between underscores. Different texts give different names.
 */
export function nameToken(text: string): string {
  return text.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}

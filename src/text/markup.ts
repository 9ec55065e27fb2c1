/** Emphasis as Markdown writes it, on one line: marks that touch what they stress, and no letters outside. */
const EMPHASIS =
  /(?<![\p{L}\p{N}*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\1(?![\p{L}\p{N}*_])/gu;
const LINK = /!?\[([^[\]\n]{1,400})\]\([^\s()]{1,500}\)/gu;

/**
 * The same text with spaces for the marks of emphasis and links that Markdown puts among words, so that "by **12 per
 * cent**" reads as it is shown. No offset moves. The text itself where it has no such marks.
 */
export function withoutMarkup(text: string): string {
  const stressed = /[*_]/.test(text) ? unstressed(text) : text;
  return stressed.includes('](') ? stressed.replace(LINK, blankLink) : stressed;
}

/** Twice, for `**bold with *more* inside**`. */
function unstressed(text: string): string {
  return text.replace(EMPHASIS, blankMarks).replace(EMPHASIS, blankMarks);
}

function blankMarks(_whole: string, marks: string, words: string): string {
  const blank = ' '.repeat(marks.length);
  return blank + words + blank;
}

function blankLink(whole: string, words: string): string {
  const before = whole.indexOf(words);
  return ' '.repeat(before) + words + ' '.repeat(whole.length - before - words.length);
}

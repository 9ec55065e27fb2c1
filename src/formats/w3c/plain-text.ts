import { readHtmlTokens } from '../reading/html-tokens.ts';

const LINE_ENDING = new Set('p div li blockquote h1 h2 h3 h4 h5 h6'.split(' '));

/**
 * The words of a comment that was written as HTML: a line break for each `br` and for the end of each paragraph, list
 * item or quotation. It is a note, not a page: nothing more of its structure is kept.
 */
export function plainText(html: string): string {
  let text = '';
  const add = (words: string) => {
    text += words;
  };
  const open = (name: string) => add(name === 'br' ? '\n' : '');
  const close = (name: string) => add(LINE_ENDING.has(name) ? '\n' : '');
  readHtmlTokens(html, { text: add, open, close, rest: add }, true);
  return text.replaceAll(/\n{3,}/g, '\n\n').trim();
}

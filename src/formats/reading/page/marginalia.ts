import { foldLine } from './visible-words.ts';

/** Pictures’ captions, words for screen readers alone, and edit links are told by their class. */
const BESIDE =
  '.wp-caption-text, .sr-only, .visually-hidden, .screen-reader-text, .screenreader-only, .mw-editsection, ' +
  '.sharedaddy, .share-buttons, .social-share, .related-posts, .related-articles, .newsletter-signup, ' +
  'a[role="doc-backlink"], a.footnote-backref, a.footnote-back';
const QUOTING = 'blockquote, pre, table, ul, ol, q';
const NOTE_MARK = /^[([]? ?(?:\d{1,3}|[a-z]|[*†‡§¶]{1,3}) ?[)\]]?$/i;

/**
 * Takes out of a page what stands beside an article's words: captions of pictures, marks of footnotes and their links
 * back, words for screen readers, boxes to share and subscribe. The caption of a quotation or table stays.
 */
export function removeMarginalia(root: ParentNode): void {
  for (const element of root.querySelectorAll(BESIDE)) element.remove();
  // Asked once for each figure: some hold thousands of captions.
  const quoting = new Map<Element | null, boolean>();
  for (const caption of root.querySelectorAll('figure figcaption')) {
    const figure = caption.closest('figure');
    if (!quoting.has(figure)) quoting.set(figure, Boolean(figure?.querySelector(QUOTING)));
    if (!quoting.get(figure)) caption.remove();
  }
  for (const mark of root.querySelectorAll('sup, a[role="doc-noteref"]')) {
    if (isNoteMark(mark)) mark.remove();
  }
  for (const link of root.querySelectorAll('a[href]')) {
    if (/^\s*[\u2191\u21A9][\uFE0E\uFE0F]?\s*$/.test(link.textContent ?? '')) link.remove();
  }
}

/** Raised and a link into the same page; without the link it may be a power or an ordinal. */
function isNoteMark(mark: Element): boolean {
  const link = mark.localName === 'a' ? mark : (mark.querySelector('a[href]') ?? mark.parentElement);
  const target = link?.localName === 'a' ? (link.getAttribute('href') ?? '') : '';
  return target.includes('#') && NOTE_MARK.test(foldLine(mark.textContent ?? ''));
}

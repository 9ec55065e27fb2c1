/** What Readability takes for a byline and cuts out: by its relation, or by a name in class or id. */
const BYLINE = 'rel itemprop class id'.split(' ');
const INLINE = 'a, span, b, strong, i, em, cite, address, small';

/** Looking around one takes as long as its line is. */
const MAX_BYLINES = 50;

/**
 * Hides bylines that stand inside of a line from Readability, which would cut them out of the middle of it:
 * "By , our correspondent". What they tell is read before.
 */
export function keepInlineBylines(document: Document): void {
  const marked = [...document.body.querySelectorAll(INLINE)].filter(isMarked);
  for (const element of marked.slice(0, MAX_BYLINES)) {
    if (!hasWordsBeside(element)) continue;
    for (const name of BYLINE) element.removeAttribute(name);
  }
}

function isMarked(element: Element): boolean {
  const [rel = '', itemprop = '', ...names] = BYLINE.map((name) => element.getAttribute(name) ?? '');
  return (
    /\bauthor\b/i.test(rel) ||
    itemprop.includes('author') ||
    /byline|author|dateline|writtenby/i.test(names.join(' '))
  );
}

/** Whether the text around an element says more than the "By" before a name. */
function hasWordsBeside({ parentElement, textContent }: Element): boolean {
  const line = (parentElement?.textContent ?? '').replace(textContent ?? '', '');
  return /\p{L}/u.test(line.replace(/^\s*by\b/iu, ''));
}

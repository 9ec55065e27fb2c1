import { cleanByline, isFullNames } from '../../text/clean-byline.ts';
import { foldLine } from '../reading/page/visible-words.ts';

/** Where pages mark who wrote them, the surest first. */
const MARKED: readonly string[] = [
  '[itemprop~="author"] [itemprop~="name"]',
  '[rel~="author"]',
  '[itemprop~="author"]',
  '.author .fn, .author.vcard',
  '.byline__name, .byline-name, .author-name, .author__name, .authorname, .article__author, .article-author, ' +
    '.post-author, .entry-author, .author-link, .c-byline__author, .article__byline',
  '[class*="byline" i] a, [class*="author" i] a, [class*="autor" i] a',
  '[class*="byline" i], [class*="author" i], [class*="autor" i], [id*="author" i]',
  'a[href*="/author/"], a[href*="/authors/"], a[href*="/autor/"], a[href*="/autoren/"], a[href*="/auteur/"]',
  'a[href*="/newsteam/"], a[href*="/news-team/"], a[href*="/contributor/"], a[href*="/contributors/"], ' +
    'a[href*="/journalist/"], a[href*="/journalists/"], a[href*="/reporter/"], a[href*="/staff/"]',
];

/** So many of these selectors mean nothing but authors. */
const SURE = 4;

/** Who wrote comments and other articles stands in these. */
const ELSEWHERE =
  'nav, footer, aside, form, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="recommend" i], ' +
  '[class*="teaser" i], [class*="sidebar" i], [class*="popular" i], [class*="latest" i]';

/**
 * Tells whether an element of a page stands beside the article: in comments, lists of other articles, footers. A box
 * that holds the page's first heading too is the page itself, whatever it is called: a form around everything,
 * `has-comments`.
 */
export function elsewhereOn(document: Document): (element: Element) => boolean {
  const whole = boxesAround(document.querySelector('h1') ?? document.body);
  return (element) => {
    let box = element.closest(ELSEWHERE);
    while (box && whole.has(box)) box = box.parentElement?.closest(ELSEWHERE) ?? null;
    return box !== null;
  };
}

function boxesAround(element: Element): ReadonlySet<Element> {
  const boxes = new Set<Element>([element]);
  for (let box = element.parentElement; box; box = box.parentElement) boxes.add(box);
  return boxes.add(element.ownerDocument.body);
}

/** Elements of one kind that are looked at; more are lists of other articles. */
const MAX_ELEMENTS = 8;
/** In UTF-16 code units: what is longer says more than names. */
const MAX_LINE = 120;
const MAX_NAMES = 8;

/** The names that a page marks as its author's, in its first place that has some; `isSure`: as nothing else is marked. */
export function markedAuthors(
  document: Document,
  isTaken: (name: string) => boolean,
  isSure = false,
): string[] {
  const isElsewhere = elsewhereOn(document);
  for (const [at, selector] of MARKED.slice(0, isSure ? SURE + 1 : MARKED.length).entries()) {
    const elements = [...document.querySelectorAll(selector)].slice(0, MAX_ELEMENTS);
    const marked = elements.flatMap((element) => {
      if (isElsewhere(element)) return [];
      const line = foldLine(element.getAttribute('content') ?? element.textContent ?? '');
      const name = line.length <= MAX_LINE ? cleanByline(line) : undefined;
      return name && isTaken(name) ? [{ name, element }] : [];
    });
    const names = besideFirst(marked).map((each) => each.name);
    const likely = at < SURE ? names : likeNames(names);
    if (likely.length > 0) return withoutParts(likely).slice(0, MAX_NAMES);
  }
  return [];
}

interface MarkedName {
  readonly name: string;
  readonly element: Element;
}

/** So far above a name stands what holds the names of all who wrote one article: item, list, box. */
const BYLINE_DEPTH = 3;

/** Who is named elsewhere than beside the first full name wrote other articles, or is named once more. */
function besideFirst(marked: readonly MarkedName[]): readonly MarkedName[] {
  const first = marked.find(({ name }) => isFullNames(name)) ?? marked[0];
  if (!first) return [];
  let box: Element = first.element;
  for (let depth = 0; depth < BYLINE_DEPTH; depth++) {
    const parent = box.parentElement;
    if (!parent || parent.localName === 'body') break;
    box = parent;
  }
  const article = first.element.closest('article');
  return marked.filter(({ element }) => box.contains(element) && element.closest('article') === article);
}

/** Classes mark more than names: full names are believed, or else one short name by itself. */
function likeNames(names: readonly string[]): string[] {
  const full = names.filter(isFullNames);
  if (full.length > 0) return full;
  const [only, ...others] = new Set(names);
  return only && others.length === 0 && only.split(' ').length <= 3 ? [only] : [];
}

/** Some pages name a person twice, the second time with more or less of the name. */
function withoutParts(names: readonly string[]): string[] {
  const found = [...new Set(names)];
  return found.filter((name, at) =>
    found.every((other, index) => index === at || !other.toLowerCase().includes(name.toLowerCase())),
  );
}

const BY_LINE = /^\s*(?:by|von|par|por|de|di|door|text|autor(?:in)?|author)\s*:?(?:\s|$)/iu;
/** Text nodes that are looked at for a line "By Jane Doe". */
const MAX_TEXTS = 3000;

/** The names of the first line of a page that says "By", where nothing marks them. */
export function writtenAuthors(document: Document): string | undefined {
  const isElsewhere = elsewhereOn(document);
  let left = MAX_TEXTS;
  for (const text of textNodes(document.body)) {
    if (left-- <= 0) return undefined;
    if (!BY_LINE.test(text.nodeValue ?? '')) continue;
    const element = text.parentElement;
    if (!element || element.childNodes.length > 12 || isElsewhere(element)) continue;
    const line = foldLine(element.textContent ?? '');
    const names = line.length <= MAX_LINE && BY_LINE.test(line) ? cleanByline(line) : undefined;
    if (names && isFullNames(names)) return names;
  }
  return undefined;
}

/** The text nodes below a node, in the order of the page. */
export function* textNodes(root: Node): Generator<Text> {
  for (let node = root.firstChild; node; node = node.nextSibling) {
    // Only texts have this type.
    if (node.nodeType === node.TEXT_NODE) yield node as Text;
    else yield* textNodes(node);
  }
}

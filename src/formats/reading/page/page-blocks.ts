import { BLOCKS, DROPPED, LAYOUT_CONTENT } from './element-kinds.ts';
import type { PageBlock, PageList } from './page-block.ts';
import { foldLine, isVisible } from './visible-words.ts';

/** A list item that is being read; all of its words go into the block that the first of them made. */
interface Item {
  readonly list: PageList;
  block?: { readonly kind: 'list-item'; readonly list: PageList; readonly lines: string[] };
}

/** What the words at hand stand in. */
interface Place {
  readonly heading?: number;
  readonly inQuote: boolean;
  readonly keepsLines: boolean;
  readonly list?: PageList;
  readonly item?: Item;
}

/**
 * The blocks of an element, in the order of the page. Marks inside of a line (bold, links) go and their words stay;
 * quoted phrases (`<q>`) get their quotation marks, pictures of one emoji become it, other pictures go. A row of a table
 * is one line with ` | ` between cells; a table that only lays the page out is read cell by cell. The element may nest no
 * deeper than `parsePage` lets it.
 */
export function pageBlocks(root: Element): PageBlock[] {
  const reading = new PageReading();
  reading.read(root, { inQuote: false, keepsLines: false });
  return reading.blocks;
}

class PageReading {
  readonly blocks: PageBlock[] = [];
  #line = '';
  #lines: string[] = [];
  #quotes = 0;

  read(element: Element, place: Place): void {
    this.#readChildren(element, place);
    this.#flush(place);
  }

  #readChildren(element: Node, place: Place): void {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === node.TEXT_NODE) this.#addText(node.nodeValue ?? '', place);
      // Only elements have this type.
      else if (node.nodeType === node.ELEMENT_NODE) this.#readElement(node as Element, place);
    }
  }

  #readElement(element: Element, place: Place): void {
    const name = element.localName;
    if (name === 'br') this.#breakLine();
    else if (name === 'img') this.#line += emojiOf(element);
    else if (name === 'q') this.#readPhrase(element, place);
    else if (DROPPED.has(name) || element.hasAttribute('hidden')) return;
    else if (name === 'table') this.#readTable(element, place);
    else if (BLOCKS.has(name)) this.#readBlock(element, place);
    else this.#readChildren(element, place);
  }

  #readBlock(element: Element, place: Place): void {
    this.#flush(place);
    this.read(element, placeIn(element, place));
  }

  #readPhrase(element: Element, place: Place): void {
    const [open, close] = this.#quotes % 2 === 0 ? ['“', '”'] : ['‘', '’'];
    this.#quotes += 1;
    this.#line += open;
    this.#readChildren(element, place);
    this.#line += close;
    this.#quotes -= 1;
  }

  #readTable(table: Element, place: Place): void {
    if (isLayout(table)) return this.#readBlock(table, place);
    this.#flush(place);
    for (const row of table.querySelectorAll('caption, tr')) {
      const cells = row.localName === 'caption' ? [row] : [...row.children];
      this.#line = cells.map(lineOf).filter(isVisible).join(' | ');
      this.#flush(place);
    }
  }

  #addText(text: string, { keepsLines }: Place): void {
    if (!keepsLines) {
      this.#line += text;
      return;
    }
    const [first = '', ...others] = text.split(/\r\n?|\n/);
    this.#line += first;
    for (const line of others) {
      this.#breakLine();
      this.#line = line;
    }
  }

  #breakLine(): void {
    this.#lines.push(foldLine(this.#line));
    this.#line = '';
  }

  /** Ends the block at hand. Two line breaks part paragraphs, as writers use them. */
  #flush(place: Place): void {
    this.#breakLine();
    const lines = this.#lines;
    this.#lines = [];
    let paragraph: string[] = [];
    for (const line of [...lines, '']) {
      if (isVisible(line)) paragraph.push(line);
      else if (paragraph.length > 0) {
        this.#addBlock(paragraph, place);
        paragraph = [];
      }
    }
  }

  #addBlock(lines: string[], { heading, inQuote, item }: Place): void {
    if (heading !== undefined) this.blocks.push({ kind: 'heading', level: heading, lines });
    else if (inQuote) this.blocks.push({ kind: 'blockquote', lines });
    else if (!item) this.blocks.push({ kind: 'paragraph', lines });
    else if (!item.block) {
      item.block = { kind: 'list-item', list: item.list, lines };
      this.blocks.push(item.block);
    } else if (this.blocks.at(-1) === item.block) for (const line of lines) item.block.lines.push(line);
    else this.blocks.push({ kind: 'paragraph', lines });
  }
}

function placeIn(element: Element, place: Place): Place {
  const name = element.localName;
  if (/^h[1-6]$/.test(name) && !place.inQuote) return { ...place, heading: Number(name[1]) };
  if (name === 'blockquote') return { inQuote: true, keepsLines: false };
  if (name === 'pre' || name === 'listing') return { ...place, keepsLines: true };
  if (name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir') return listIn(element, place);
  if (name === 'li') return { ...place, item: { list: place.list ?? { depth: 0, start: undefined } } };
  return place;
}

function listIn(element: Element, { item: _, ...place }: Place): Place {
  const outer = place.list;
  // Numbers inside of numbers would stand between those of the outer list, which then no longer counts.
  const isNumbered = element.localName === 'ol' && !element.hasAttribute('reversed') && !isInNumbers(element);
  const start = isNumbered ? Number.parseInt(element.getAttribute('start') ?? '1', 10) : Number.NaN;
  const list = { depth: outer ? outer.depth + 1 : 0, start: start >= 0 ? start : undefined };
  return { ...place, list };
}

function isInNumbers(element: Element): boolean {
  return Boolean(element.parentElement?.closest('ol'));
}

/** A cell of data holds one paragraph at most, and a short one. */
const MAX_CELL_LENGTH = 300;

function isLayout(table: Element): boolean {
  if (table.querySelector(LAYOUT_CONTENT)) return true;
  return [...table.querySelectorAll('p')].some(
    (paragraph) =>
      paragraph.nextElementSibling?.localName === 'p' ||
      (paragraph.textContent?.length ?? 0) > MAX_CELL_LENGTH,
  );
}

/** All words of an element on one line. */
function lineOf(element: Element): string {
  return pageBlocks(element)
    .flatMap(({ lines }) => lines)
    .join(' ');
}

/** Some sites draw each emoji as a picture, with the emoji in the place of its description. */
function emojiOf(image: Element): string {
  const description = image.getAttribute('alt') ?? '';
  return /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\p{Cf}\p{Emoji_Modifier}]{0,9}$/u.test(
    description,
  )
    ? description
    : '';
}

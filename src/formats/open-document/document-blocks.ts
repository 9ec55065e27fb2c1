import { childElements } from '../reading/document-xml.ts';
import type { PageBlock, PageList } from '../reading/page/page-block.ts';
import { foldLine, isVisible } from '../reading/page/visible-words.ts';

/** What is no words of the article. */
const DROPPED = new Set(
  'annotation annotation-end tracked-changes frame forms sequence-decls bookmark table-of-content index-body ruby-text'.split(
    ' ',
  ),
);
const MAX_SPACES = 100;

/** The blocks of a text document: `content` holds its words and styles, `styles` further styles. */
export function documentBlocks(content: Element, styles: Element | undefined): PageBlock[] {
  const [body] = Array.from(content.getElementsByTagName('office:text'));
  if (!body) return [];
  const reading = new DocumentReading(stylesOf([content, styles]));
  reading.read(body);
  return [...reading.blocks, ...reading.notes];
}

/** Style names, each with the one that it is made from and whether its lists count. */
interface Styles {
  readonly parents: ReadonlyMap<string, string>;
  readonly numbered: ReadonlySet<string>;
}

function stylesOf(roots: readonly (Element | undefined)[]): Styles {
  const parents = new Map<string, string>();
  const numbered = new Set<string>();
  for (const root of roots) {
    for (const style of root ? Array.from(root.getElementsByTagName('style:style')) : []) {
      const name = style.getAttribute('style:name') ?? '';
      parents.set(
        name,
        style.getAttribute('style:parent-style-name') || style.getAttribute('style:display-name') || '',
      );
    }
    for (const list of root ? Array.from(root.getElementsByTagName('text:list-style')) : []) {
      const [first] = childElements(list);
      if (first?.localName === 'list-level-style-number') numbered.add(list.getAttribute('style:name') ?? '');
    }
  }
  return { parents, numbered };
}

class DocumentReading {
  readonly blocks: PageBlock[] = [];
  readonly notes: PageBlock[] = [];
  readonly #styles: Styles;

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  read(parent: Element, list?: PageList): void {
    for (const element of childElements(parent)) this.#readElement(element, list);
  }

  #readElement(element: Element, list: PageList | undefined): void {
    const name = element.localName ?? '';
    if (DROPPED.has(name)) return;
    if (name === 'h') this.#add({ kind: 'heading', level: levelOf(element), lines: this.#lines(element) });
    else if (name === 'p') this.#addParagraph(element, list);
    else if (name === 'list') this.#readList(element, list);
    else if (name === 'table') this.#readTable(element);
    else this.read(element, list);
  }

  #addParagraph(element: Element, list: PageList | undefined): void {
    const lines = this.#lines(element);
    if (list) this.#add({ kind: 'list-item', list, lines });
    else if (this.#isStyled(element, /^title$/i)) this.#add({ kind: 'heading', level: 1, lines });
    else if (this.#isStyled(element, /quot/i)) this.#add({ kind: 'blockquote', lines });
    else this.#add({ kind: 'paragraph', lines });
  }

  #readList(element: Element, outer: PageList | undefined): void {
    const style = element.getAttribute('text:style-name') ?? '';
    const isNumbered = this.#styles.numbered.has(style) && outer?.start === undefined;
    const list = { depth: outer ? outer.depth + 1 : 0, start: isNumbered ? 1 : undefined };
    this.read(element, list);
  }

  /** A row is a paragraph, its cells parted as in pages. */
  #readTable(table: Element): void {
    for (const row of Array.from(table.getElementsByTagName('table:table-row'))) {
      const cells = childElements(row).map((cell) => this.#cell(cell));
      this.#add({ kind: 'paragraph', lines: [cells.filter(isVisible).join(' | ')] });
    }
  }

  #cell(cell: Element): string {
    const inner = new DocumentReading(this.#styles);
    inner.read(cell);
    this.notes.push(...inner.notes);
    return inner.blocks.flatMap(({ lines }) => lines).join(' ');
  }

  #add(block: PageBlock): void {
    const lines = block.lines.filter(isVisible);
    if (lines.length > 0) this.blocks.push({ ...block, lines: [...lines] });
  }

  #isStyled(element: Element, pattern: RegExp): boolean {
    let name = element.getAttribute('text:style-name') ?? '';
    for (let steps = 0; name !== '' && steps < 10; steps++) {
      if (pattern.test(name.replaceAll('_20_', ' '))) return true;
      name = this.#styles.parents.get(name) ?? '';
    }
    return false;
  }

  #lines(element: Element): string[] {
    return this.#words(element).split('\n').map(foldLine);
  }

  #words(parent: Element): string {
    let words = '';
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) words += (node.nodeValue ?? '').replaceAll(/\s+/g, ' ');
      // Only elements have this type.
      else if (node.nodeType === 1) words += this.#inlineWords(node as Element);
    }
    return words;
  }

  #inlineWords(element: Element): string {
    const name = element.localName ?? '';
    if (name === 's') return ' '.repeat(Math.min(MAX_SPACES, Number(element.getAttribute('text:c')) || 1));
    if (name === 'tab') return ' ';
    if (name === 'line-break') return '\n';
    if (name === 'note') return this.#note(element);
    return DROPPED.has(name) ? '' : this.#words(element);
  }

  #note(note: Element): string {
    for (const body of childElements(note).filter(({ localName }) => localName === 'note-body')) {
      const inner = new DocumentReading(this.#styles);
      inner.read(body);
      this.notes.push(...inner.blocks);
    }
    return '';
  }
}

function levelOf(heading: Element): number {
  const level = Number(heading.getAttribute('text:outline-level')) || 1;
  return Math.min(6, Math.max(1, Math.trunc(level)));
}

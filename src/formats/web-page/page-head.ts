import { foldLine } from '../reading/page/visible-words.ts';

/** The `<meta>` elements and the like of one page, each read once. */
export class PageHead {
  readonly document: Document;
  readonly #meta = new Map<string, string>();

  constructor(document: Document) {
    this.document = document;
    for (const element of document.querySelectorAll('meta[content]')) {
      const attributes = ['property', 'name', 'itemprop', 'http-equiv'];
      const key = attributes
        .map((each) => element.getAttribute(each))
        .find(Boolean)
        ?.trim()
        .toLowerCase();
      const content = foldLine(element.getAttribute('content') ?? '');
      if (key && content && !this.#meta.has(key)) this.#meta.set(key, content);
    }
  }

  /** The first of these that is there. */
  meta(...names: readonly string[]): string | undefined {
    return names.map((name) => this.#meta.get(name)).find((content) => content !== undefined);
  }

  /** The words of the first elements that the selector finds. */
  words(selector: string, most = 1): string[] {
    const found = [...this.document.querySelectorAll(selector)].slice(0, most);
    return [...new Set(found.map((element) => foldLine(element.textContent ?? '')).filter(Boolean))];
  }

  /** What the elements of one kind hold in `content`, of no more than thirty. */
  contents(selector: string): string[] {
    return [...this.document.querySelectorAll(selector)]
      .slice(0, 30)
      .map((element) => foldLine(element.getAttribute('content') ?? ''));
  }

  attribute(selector: string, name: string): string | undefined {
    return this.document.querySelector(selector)?.getAttribute(name) ?? undefined;
  }

  addresses(): string[] {
    const canonical = this.attribute('link[rel~="canonical"][href]', 'href');
    return [canonical, this.meta('og:url')].filter((each) => each !== undefined);
  }
}

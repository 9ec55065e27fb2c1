import type { ExportArticle } from '../record.ts';
import type { DrawnNode } from './drawn-blocks.ts';
import { inlineElement } from './inline-elements.ts';
import type { People } from './names.ts';
import { xmlText } from './xml-text.ts';

/** Writes the words of an article's blocks, one block after another, with annotations and sentences in them. */
export class WordsWriter {
  readonly #article: ExportArticle;
  readonly #totals: ReadonlyMap<string, number>;
  readonly #people: People;
  /** How many pieces of each annotation are written. */
  readonly #written = new Map<string, number>();
  /** Where the next word stands, in UTF-16 code units. */
  #at = 0;
  /** Index of the next sentence. */
  #sentence = 0;

  /** `totals`: into how many pieces each annotation is cut. */
  constructor(article: ExportArticle, totals: ReadonlyMap<string, number>, people: People) {
    this.#article = article;
    this.#totals = totals;
    this.#people = people;
  }

  /** The words of the block that starts at `start`. */
  write(start: number, nodes: readonly DrawnNode[]): string {
    this.#at = start;
    return nodes.map((node) => this.#writeNode(node)).join('');
  }

  #writeNode(node: DrawnNode): string {
    if (typeof node === 'string') return this.#writeText(node);
    const { id } = node.mark;
    const number = (this.#written.get(id) ?? 0) + 1;
    this.#written.set(id, number);
    // A sentence that begins with a mark begins before it.
    const milestones = this.#milestones();
    const fragment = { number, total: this.#totals.get(id) ?? number };
    const { open, close } = inlineElement(node.mark, fragment, this.#people);
    const content = node.children.map((child) => this.#writeNode(child)).join('');
    return `${milestones}${open}${content}${close}`;
  }

  #writeText(text: string): string {
    const end = this.#at + text.length;
    const pieces: string[] = [];
    while (this.#at < end) {
      pieces.push(this.#milestones());
      const to = Math.min(end, this.#article.sentences[this.#sentence]?.start ?? end);
      pieces.push(xmlText(this.#article.text.slice(this.#at, to)));
      this.#at = to;
    }
    return pieces.join('');
  }

  /** Empty elements for the sentences that begin here: they may stand in any mark, and cut none. */
  #milestones(): string {
    const { sentences } = this.#article;
    let milestones = '';
    for (; (sentences[this.#sentence]?.start ?? Infinity) <= this.#at; this.#sentence++) {
      milestones += `<milestone unit="sentence" n="${this.#sentence + 1}"/>`;
    }
    return milestones;
  }
}

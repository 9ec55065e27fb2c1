import type { AnnotationRecord, ExportArticle } from '../../domain/record.ts';
import { xmlText } from '../writing/xml-text.ts';
import type { TeiStep } from './drawn-blocks.ts';
import { inlineElement } from './inline-elements.ts';
import type { People } from './names.ts';

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
  write(start: number, steps: readonly TeiStep[]): string {
    this.#at = start;
    const closing: string[] = [];
    const written = steps.map((step) => {
      if (typeof step === 'string') return this.#writeText(step);
      if ('closes' in step) return closing.pop() ?? '';
      const { open, close } = this.#element(step.opens);
      closing.push(close);
      // A sentence that begins with a mark begins before it.
      return this.#milestones() + open;
    });
    return written.join('');
  }

  #element(record: AnnotationRecord) {
    const number = (this.#written.get(record.id) ?? 0) + 1;
    this.#written.set(record.id, number);
    const fragment = { number, total: this.#totals.get(record.id) ?? number };
    return inlineElement(record, fragment, this.#people);
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

import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { iriOf } from '../reading/web-annotation/nodes.ts';

/**
 * The nodes of a file by their `id`, so that what is only named can be found. Nodes may name each other in
 * circles, and a small file could so be made to say endlessly much; an honest one has fewer references than
 * characters.
 */
export class ReferenceIndex {
  readonly #nodes = new Map<string, object>();
  /** How much may still be looked up. */
  #left: number;

  /** `size` is the file's length in bytes. */
  constructor(size: number) {
    this.#left = 2 * size + 10_000;
  }

  /** Takes in those of the values that are objects with an `id`. */
  add(values: readonly unknown[]): void {
    for (const value of values) {
      if (typeof value !== 'object' || value === null) continue;
      const id = iriOf(value);
      if (id !== undefined) this.#nodes.set(id, value);
    }
  }

  /**
   * The node that the value refers to, or the value itself. A string or an object with nothing but its `id`
   * is a reference. Throws UnreadableFileError where far more is looked up than the file can mean.
   */
  resolve(value: unknown): unknown {
    if (this.#nodes.size === 0) return value;
    const found = this.#find(value);
    this.#left -= found === undefined ? 1 : 1 + Object.keys(found).length;
    if (this.#left < 0) {
      throw new UnreadableFileError(t('file.w3cCircles'));
    }
    return found ?? value;
  }

  #find(value: unknown): object | undefined {
    if (typeof value === 'string') return this.#nodes.get(value);
    if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return undefined;
    const id = iriOf(value);
    return id === undefined ? undefined : this.#nodes.get(id);
  }
}

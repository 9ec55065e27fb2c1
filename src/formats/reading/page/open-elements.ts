const VOID: ReadonlySet<string> = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);

const PARAGRAPH = ['p'];
const CELLS = ['td', 'th'];
/** What an opening tag ends if it is the innermost element (HTML Standard, 13.1.2.4, optional tags). */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    (
      'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form ' +
      'header hr main nav ol pre section table ul'
    )
      .split(' ')
      .map((name) => [name, PARAGRAPH]),
  ),
  li: ['li'],
  dd: ['dd', 'dt'],
  dt: ['dd', 'dt'],
  td: CELLS,
  th: CELLS,
  tr: ['tr', ...CELLS],
  tbody: ['thead', 'tbody'],
  tfoot: ['thead', 'tbody'],
  option: ['option'],
  optgroup: ['optgroup', 'option'],
};

/** Follows how deep a page nests its elements, as its parser will. Every step takes constant time on the average. */
export class OpenElements {
  readonly #names: string[] = [];
  readonly #counts = new Map<string, number>();

  get depth(): number {
    return this.#names.length;
  }

  open(name: string): void {
    const ends = Object.hasOwn(ENDS, name) ? ENDS[name] : undefined;
    while (ends?.includes(this.#names.at(-1) ?? '')) this.#pop();
    if (VOID.has(name)) return;
    this.#names.push(name);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Ends the innermost element of this name and all inside of it; a tag that ends nothing is passed over. */
  close(name: string): void {
    if (!this.#counts.get(name)) return;
    while (this.#names.length > 0 && this.#pop() !== name);
  }

  #pop(): string | undefined {
    const name = this.#names.pop();
    if (name !== undefined) this.#counts.set(name, (this.#counts.get(name) ?? 1) - 1);
    return name;
  }
}

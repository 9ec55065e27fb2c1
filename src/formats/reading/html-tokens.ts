import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** What is done with the tokens of a page, in the order of the page. */
export interface HtmlTokens {
  /** Words between two tags or comments; those of scripts, styles and titles come like any others. */
  text(words: string): void;
  /** A start tag. Names of elements and attributes are in lower case; `isClosed` says that it ends with `/>`. */
  open(name: string, attributes: ReadonlyMap<string, string>, isClosed: boolean): void;
  close(name: string): void;
  /** What is left at the end of the page: a tag or comment that never ends. */
  rest?(words: string): void;
}

/**
 * Hands the tokens of HTML to `tokens`. Comments, declarations and instructions are left out. `decodes` says whether
 * character references are read. Nothing is loaded or run, and time is linear in the length, however broken the markup is.
 */
export function readHtmlTokens(html: string, tokens: HtmlTokens, decodes: boolean): void {
  // HTML has no CDATA: it is a comment that the next `>` ends (HTML Standard, 13.2.5.42).
  const page = html.replaceAll('<![CDATA[', '<! [CDATA[');
  const tokenizer = new Tokenizer({ decodeEntities: decodes }, new TokenReader(page, tokens));
  tokenizer.write(page);
  tokenizer.end();
}

/** Puts the tokenizer's pieces together. `start` and `end` are UTF-16 code units of the page. */
class TokenReader implements TokenizerCallbacks {
  readonly #page: string;
  readonly #tokens: HtmlTokens;
  /** Where the page has been read to. */
  #at = 0;
  #words = '';
  #name = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value = '';

  constructor(page: string, tokens: HtmlTokens) {
    this.#page = page;
    this.#tokens = tokens;
  }

  ontext(start: number, end: number): void {
    // At the end of the page the tokenizer gives the inside of an unfinished tag as words.
    if (start !== this.#at) return;
    // It takes `</>` for words too, which browsers leave out.
    this.#words += this.#page.slice(start, end).replace(/^<\/\s*>/, '');
    this.#at = end;
  }

  ontextentity(codePoint: number, end: number): void {
    this.#words += String.fromCodePoint(codePoint);
    this.#at = end;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#page.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#page.slice(start, end).toLowerCase();
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#page.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
  }

  onopentagend(end: number): void {
    this.#open(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#open(end, true);
  }

  onclosetag(start: number, end: number): void {
    const close = this.#page.indexOf('>', end);
    this.#endText(close === -1 ? this.#page.length : close);
    this.#tokens.close(this.#page.slice(start, end).toLowerCase());
  }

  oncomment(_start: number, end: number): void {
    // A comment that nobody ended ends with the page.
    if (end < this.#page.length) this.#endText(end);
  }

  oncdata(_start: number, end: number): void {
    this.#endText(end);
  }

  ondeclaration(_start: number, end: number): void {
    this.#endText(end);
  }

  onprocessinginstruction(_start: number, end: number): void {
    this.#endText(end);
  }

  onend(): void {
    const rest = this.#page.slice(this.#at);
    this.#endText(this.#page.length);
    if (rest !== '') this.#tokens.rest?.(rest);
  }

  #open(end: number, isClosed: boolean): void {
    this.#endText(end);
    this.#tokens.open(this.#name, this.#attributes, isClosed);
  }

  /** `end` is where the `>` stands that ends what follows the words. */
  #endText(end: number): void {
    if (this.#words !== '') this.#tokens.text(this.#words);
    this.#words = '';
    this.#at = end + 1;
  }
}

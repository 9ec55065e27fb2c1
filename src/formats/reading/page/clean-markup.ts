import { UnreadableFileError } from '../../incoming.ts';
import { decodeCommonEntities } from './entities.ts';
import { OpenElements } from './open-elements.ts';

/** Long reads have some thousand tags; more than this takes seconds, or is made to. */
const MOST_TAGS = 120_000;
/** The parsers of browsers nest no deeper than 512, and no page of a newsroom comes near this. */
const DEEPEST = 256;
/** Characters times the depth they stand in, which is what finding the article costs. */
const MOST_WORK = 80_000_000;
/** Signs that are written as entities, each of which becomes a text of its own whenever the page is parsed. */
const MOST_ENTITIES = 30_000;

/** In UTF-16 code units. Class names are only searched for words, and nobody shows a description of a page. */
const LONGEST_VALUE: Readonly<Record<string, number>> = { class: 300, id: 300, style: 300, content: 4000 };
const LONGEST_OTHER = 2000;

/** The attributes that say something of an article, or of where it stands in a page. */
const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(
  (
    'alt aria-hidden aria-modal class colspan content datetime dir hidden href http-equiv id itemprop itemscope ' +
    'itemtype lang name property pubdate rel reversed role rowspan src start style summary title type xml:lang'
  ).split(' '),
);

/** Elements whose content is no markup, or nothing that is read. */
const RAW: ReadonlySet<string> = new Set(
  'script style noscript template iframe noembed noframes textarea svg title'.split(' '),
);

/** A page may write these anywhere, or not at all; `parsePage` makes one of each. */
const OUTERMOST: ReadonlySet<string> = new Set(['html', 'head', 'body']);

const NAME = /[^\s/>]+/y;
const SPACE = /[\s/]*/y;
const ATTRIBUTE = /[^\s/>][^\s/>=]*/y;
const EQUALS = /\s*=\s*/y;
const UNQUOTED = /[^\s>]*/y;

/**
 * Writes the markup of a page anew, in one `<html>`, so that a parser makes no more of it than it should: no comments, no scripts but
 * JSON-LD, no styles, no drawings, names in lower case, attributes between quotation marks and only those that are of
 * use. Takes time linear in the page's length. Throws UnreadableFileError for a page with too many tags or entities,
 * or nested too deep.
 */
export function cleanMarkup(html: string): string {
  return new Cleaning(html).run();
}

class Cleaning {
  readonly #html: string;
  readonly #out: string[] = [];
  readonly #open = new OpenElements();
  #root = '';
  #at = 0;
  #tags = 0;
  #entities = 0;
  #work = 0;

  constructor(html: string) {
    this.#html = html;
  }

  run(): string {
    while (this.#at < this.#html.length) {
      const tag = this.#indexOf('<');
      this.#text(this.#html.slice(this.#at, tag));
      this.#at = tag;
      if (tag < this.#html.length) this.#markup();
    }
    return `<html${this.#root}>${this.#out.join('')}</html>`;
  }

  #text(text: string): void {
    // linkedom writes a no-break space as an entity too, and a browser shows it as a space.
    const plain = decodeCommonEntities(text).replaceAll('\u00A0', ' ');
    this.#countEntities(plain.split(/[&>]/).length - 1);
    this.#weigh(plain.length);
    this.#out.push(plain);
  }

  #countEntities(more: number): void {
    this.#entities += more;
    if (this.#entities > MOST_ENTITIES) throw tooMuch();
  }

  #weigh(length: number): void {
    this.#work += length * this.#open.depth;
    if (this.#work > MOST_WORK) throw tooMuch();
  }

  #markup(): void {
    const next = this.#html.slice(this.#at + 1, this.#at + 4);
    if (next === '!--') this.#skipPast('-->', 2);
    else if (/^[a-z]/i.test(next)) this.#startTag();
    else if (/^\/[a-z]/i.test(next)) this.#endTag();
    else if (/^[!?/]/.test(next)) this.#skipPast('>', 1);
    else {
      this.#countEntities(1);
      this.#out.push('&lt;');
      this.#at += 1;
    }
  }

  #startTag(): void {
    this.#at += 1;
    const name = this.#take(NAME).toLowerCase();
    const attributes = this.#attributes();
    this.#tags += 1;
    if (this.#tags > MOST_TAGS) throw tooMuch();
    if (RAW.has(name)) return this.#rawElement(name, attributes);
    if (name === 'html') this.#root ||= written(attributes);
    if (OUTERMOST.has(name) || !/^[a-z][\w:.-]*$/.test(name)) return;
    this.#open.open(name);
    if (this.#open.depth > DEEPEST) throw tooDeep();
    this.#weigh(100);
    const isClosed = this.#html[this.#at - 2] === '/' ? '/' : '';
    this.#out.push(`<${name}${written(attributes)}${isClosed}>`);
  }

  #attributes(): Map<string, string> {
    const found = new Map<string, string>();
    for (;;) {
      this.#take(SPACE);
      if (this.#at >= this.#html.length) return found;
      if (this.#html[this.#at] === '>') {
        this.#at += 1;
        return found;
      }
      const name = this.#take(ATTRIBUTE).toLowerCase();
      const value = this.#take(EQUALS) === '' ? '' : this.#value();
      if (KEPT_ATTRIBUTES.has(name) && !found.has(name)) found.set(name, shortened(name, value));
    }
  }

  #value(): string {
    const quote = this.#html[this.#at];
    if (quote !== '"' && quote !== "'") return this.#take(UNQUOTED);
    this.#at += 1;
    const end = this.#indexOf(quote);
    const value = this.#html.slice(this.#at, end);
    this.#at = end + 1;
    return value;
  }

  #rawElement(name: string, attributes: Map<string, string>): void {
    const end = new RegExp(`</${name}[\\s/>]`, 'gi');
    end.lastIndex = this.#at;
    const content = this.#html.slice(this.#at, end.exec(this.#html)?.index ?? this.#html.length);
    this.#at += content.length;
    this.#skipPast('>', 0);
    const isLinkedData = name === 'script' && /^application\/ld\+json/i.test(attributes.get('type') ?? '');
    if (isLinkedData) this.#out.push(`<script type="application/ld+json">${content}</script>`);
    // Anywhere else it is the title of something else.
    if (name === 'title' && this.#open.depth === 0) this.#out.push(`<title>${content}</title>`);
  }

  #endTag(): void {
    this.#at += 2;
    const name = this.#take(NAME).toLowerCase();
    this.#skipPast('>', 0);
    if (RAW.has(name) || OUTERMOST.has(name) || !/^[a-z][\w:.-]*$/.test(name)) return;
    this.#tags += 1;
    if (this.#tags > MOST_TAGS) throw tooMuch();
    this.#open.close(name);
    this.#out.push(`</${name}>`);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#html)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  /** Where the mark is next, or the end of the page. */
  #indexOf(mark: string, from = this.#at): number {
    const at = this.#html.indexOf(mark, from);
    return at === -1 ? this.#html.length : at;
  }

  #skipPast(mark: string, from: number): void {
    this.#at = Math.min(this.#html.length, this.#indexOf(mark, this.#at + from) + mark.length);
  }
}

function shortened(name: string, value: string): string {
  const longest = LONGEST_VALUE[name] ?? LONGEST_OTHER;
  return value.length > longest ? value.slice(0, longest).replace(/&[^;]{0,10}$/, '') : value;
}

function written(attributes: ReadonlyMap<string, string>): string {
  return [...attributes].map(([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`).join('');
}

function tooMuch(): UnreadableFileError {
  return new UnreadableFileError(
    'This page is made of too many parts to be read: paste the words of the article instead.',
  );
}

function tooDeep(): UnreadableFileError {
  return new UnreadableFileError(
    `This page nests more than ${DEEPEST} elements in each other: paste the words of the article instead.`,
  );
}

import { UnreadableFileError } from '../../../domain/errors.ts';
import { t } from '../../../messages/language.ts';
import { ownEntry } from '../../../text/own-entry.ts';
import { type HtmlTokens, readHtmlTokens } from '../html-tokens.ts';
import { decodeCommonEntities } from './entities.ts';
import { OpenElements } from './open-elements.ts';

/** Long reads have some thousand tags; more than this takes seconds, or is made to. */
const MAX_TAGS = 120_000;
/** The parsers of browsers nest no deeper than 512, and no page of a newsroom comes near this. */
const MAX_DEPTH = 256;
/** Characters times the depth they stand in, which is what finding the article costs. */
const MAX_WORK = 80_000_000;
/**
 * Signs that are written as entities, each of which becomes a text of its own whenever the page is parsed.
 */
const MAX_ENTITIES = 15_000;

/**
 * In UTF-16 code units. Class names are only searched for words, and nobody shows a description of a page.
 */
const MAX_VALUE_LENGTH: Readonly<Record<string, number>> = { class: 300, id: 300, style: 300, content: 4000 };
const MAX_OTHER_LENGTH = 2000;

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

/** The words of the one are markup's signs, which are escaped here, so that it becomes the other. */
const RENAMED: Readonly<Record<string, string | undefined>> = { xmp: 'pre' };

/** A page may write these anywhere, or not at all; `parsePage` makes one of each. */
const OUTERMOST: ReadonlySet<string> = new Set(['html', 'head', 'body']);

const ELEMENT_NAME = /^[a-z][\w:.-]*$/;

/**
 * Writes the markup of a page anew, in one `<html>`, so that a parser makes no more of it than it should: no
 * comments, no scripts but JSON-LD, no styles, no drawings, names in lower case, attributes between quotation
 * marks and only those that are of use. Takes time linear in the page's length. Throws UnreadableFileError
 * for a page with too many tags or entities, or nested too deep.
 */
export function cleanMarkup(html: string): string {
  const cleaning = new Cleaning();
  readHtmlTokens(html, cleaning, false);
  return cleaning.markup();
}

class Cleaning implements HtmlTokens {
  readonly #out: string[] = [];
  readonly #open = new OpenElements();
  #root = '';
  /** While the page is inside of an element of RAW; without `startTag` its content is left out. */
  #raw: { readonly name: string; readonly startTag: string | undefined; content: string } | undefined;
  #tags = 0;
  #entities = 0;
  #work = 0;

  markup(): string {
    return `<html${this.#root}>${this.#out.join('')}</html>`;
  }

  text(words: string): void {
    if (this.#raw) {
      this.#raw.content += words;
      return;
    }
    // linkedom writes a no-break space as an entity too, and a browser shows it as a space.
    const plain = decodeCommonEntities(words).replaceAll('\u00A0', ' ').replaceAll('<', '&lt;');
    this.#entities += plain.split(/[&>]/).length - 1;
    if (this.#entities > MAX_ENTITIES) throw tooMuch();
    this.#weigh(plain.length);
    this.#out.push(plain);
  }

  open(name: string, attributes: ReadonlyMap<string, string>, isClosed: boolean): void {
    if (this.#raw) return;
    this.#countTag();
    if (RAW.has(name)) return this.#openRaw(name, attributes, isClosed);
    if (name === 'html') this.#root ||= written(attributes);
    if (OUTERMOST.has(name) || !ELEMENT_NAME.test(name)) return;
    this.#open.open(name);
    if (this.#open.depth > MAX_DEPTH) throw tooDeep();
    this.#weigh(100);
    this.#out.push(`<${ownEntry(RENAMED, name) ?? name}${written(attributes)}${isClosed ? '/' : ''}>`);
  }

  close(name: string): void {
    if (this.#raw) return this.#closeRaw(name);
    if (RAW.has(name) || OUTERMOST.has(name) || !ELEMENT_NAME.test(name)) return;
    this.#countTag();
    this.#open.close(name);
    this.#out.push(`</${ownEntry(RENAMED, name) ?? name}>`);
  }

  #openRaw(name: string, attributes: ReadonlyMap<string, string>, isClosed: boolean): void {
    if (name === 'svg' && isClosed) return;
    const isLinkedData = name === 'script' && /^application\/ld\+json/i.test(attributes.get('type') ?? '');
    // A title anywhere else is that of something else.
    const isTitle = name === 'title' && this.#open.depth === 0;
    const startTag = isLinkedData ? '<script type="application/ld+json">' : isTitle ? '<title>' : undefined;
    this.#raw = { name, startTag, content: '' };
  }

  #closeRaw(name: string): void {
    if (this.#raw?.name !== name) return;
    const { startTag, content } = this.#raw;
    if (startTag !== undefined) this.#out.push(`${startTag}${content}</${name}>`);
    this.#raw = undefined;
  }

  #countTag(): void {
    this.#tags += 1;
    if (this.#tags > MAX_TAGS) throw tooMuch();
  }

  #weigh(length: number): void {
    this.#work += length * this.#open.depth;
    if (this.#work > MAX_WORK) throw tooMuch();
  }
}

function shortened(name: string, value: string): string {
  const longest = ownEntry(MAX_VALUE_LENGTH, name) ?? MAX_OTHER_LENGTH;
  return value.length > longest ? value.slice(0, longest).replace(/&[^;]{0,10}$/, '') : value;
}

function written(attributes: ReadonlyMap<string, string>): string {
  return [...attributes]
    .filter(([name]) => KEPT_ATTRIBUTES.has(name))
    .map(([name, value]) => ` ${name}="${shortened(name, value).replaceAll('"', '&quot;')}"`)
    .join('');
}

function tooMuch(): UnreadableFileError {
  return new UnreadableFileError(t('file.pageParts'));
}

function tooDeep(): UnreadableFileError {
  return new UnreadableFileError(t('file.pageNested', { count: MAX_DEPTH }));
}

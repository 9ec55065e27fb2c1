import { t } from '../../messages/language.ts';
import type { Span } from '../../text/span.ts';
import type { IncomingAnnotation, IncomingDocument } from '../incoming.ts';
import { HtmlText } from '../reading/html-text.ts';
import { type HtmlTokens, readHtmlTokens } from '../reading/html-tokens.ts';

/** Bytes in which the style sheet and the first highlight stand. */
const HEAD = 64 * 1024;

/** Whether a file is a document of Taguette with its highlights, by the style sheet that it writes. */
export function isDocumentPage(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  return (
    /^\s{0,100}<!DOCTYPE html>/i.test(head) &&
    /\.taglist\s{0,9}\{/.test(head) &&
    /\.highlight\s{0,9}\{/.test(head)
  );
}

/**
 * Reads a document that Taguette has written as a page: the words of each highlight stand in elements, and behind them
 * in another its tags, in brackets. Where highlights touch, the page does not say where each begins; all of them then
 * begin with the first, and say so.
 */
export function readDocumentPage(bytes: Uint8Array): IncomingDocument {
  const page = new MarkedPage();
  readHtmlTokens(new TextDecoder().decode(bytes), page, true);
  const text = new HtmlText(page.html);
  return {
    place: t('place.file'),
    text: text.text,
    details: { title: page.title.trim() },
    annotations: page.marks().flatMap((mark, index) => annotationsOf(mark, text, index + 1)),
  };
}

function annotationsOf(
  { span, tags, isSure }: PageMark,
  text: HtmlText,
  number: number,
): IncomingAnnotation[] {
  const found = text.spanOf(span, undefined);
  return tags.map((label) => ({
    place: t('place.highlight', { number: String(number) }),
    label,
    anchors: [{ offsets: found && { ...found, unit: 'utf16' as const } }],
    attributes: {},
    ...(!isSure && { remarks: [t('record.touching')] }),
  }));
}

interface PageMark {
  readonly span: Span;
  readonly tags: readonly string[];
  /** Whether its beginning is told. */
  readonly isSure: boolean;
}

/** Highlights that touch: where their words begin and end, and where each of them ends with its tags. */
interface Stretch {
  readonly start: number;
  end: number;
  readonly ends: { readonly end: number; readonly tags: readonly string[] }[];
}

type Kind = 'highlight' | 'taglist' | 'title' | 'style' | 'other';

/** Takes the marks out of a page; what is left of it is the document. */
class MarkedPage implements HtmlTokens {
  /** The document without its highlights and their tags. */
  html = '';
  title = '';
  readonly #stretches: Stretch[] = [];
  /** Words so far, as `HtmlText` counts a page's text content. */
  #length = 0;
  readonly #open: Kind[] = [];
  #start = 0;
  #tags = '';
  #isInBody = false;
  #hasHeading = false;

  marks(): PageMark[] {
    return this.#stretches.flatMap(({ start, end: last, ends }) =>
      (ends.length > 0 ? ends : [{ end: last, tags: ['untagged'] }]).map(({ end, tags }) => ({
        span: { start, end },
        tags,
        isSure: ends.length < 2,
      })),
    );
  }

  open(name: string, attributes: ReadonlyMap<string, string>, isClosed: boolean): void {
    if (name === 'body') this.#isInBody = true;
    if (name === 'br') this.#write('<br>', 1);
    if (isClosed || VOID.has(name)) return;
    const kind = kindOf(name, attributes);
    this.#open.push(kind);
    if (kind === 'highlight') this.#start = this.#length;
    else if (kind === 'taglist') this.#tags = '';
    else if (kind === 'other' && name !== 'body') this.#write(`<${name}>`, 0);
  }

  close(name: string): void {
    if (VOID.has(name)) return;
    const kind = this.#open.pop();
    if (kind === 'taglist') this.#endTags();
    else if (kind === 'highlight') this.#endHighlight();
    else if (kind === 'other' && name !== 'body') this.#write(`</${name}>`, 0);
    if (name === 'h1' && !this.#hasHeading) this.#dropHeading();
  }

  text(words: string): void {
    const kind = this.#open.at(-1);
    if (kind === 'title') this.title += words;
    else if (kind === 'taglist') this.#tags += words;
    else if (kind !== 'style') {
      const lines = words.replaceAll(/\r\n?/g, '\n');
      this.#write(lines.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), lines.length);
    }
  }

  #write(html: string, length: number): void {
    if (!this.#isInBody) return;
    this.html += html;
    this.#length += length;
  }

  /** The name of the document stands above it, and is none of its words. */
  #dropHeading(): void {
    this.#hasHeading = true;
    this.html = '';
    this.#length = 0;
  }

  #endHighlight(): void {
    const last = this.#stretches.at(-1);
    if (last && last.end === this.#start) last.end = this.#length;
    else this.#stretches.push({ start: this.#start, end: this.#length, ends: [] });
  }

  #endTags(): void {
    const last = this.#stretches.at(-1);
    const tags = inBrackets(this.#tags)
      .split(',')
      .flatMap((tag) => tag.trim() || []);
    last?.ends.push({ end: last.end, tags: tags.length > 0 ? tags : ['untagged'] });
  }
}

/** What stands between the first bracket and the last. */
function inBrackets(words: string): string {
  const first = words.indexOf('[');
  return first < 0 ? '' : words.slice(first + 1, Math.max(first + 1, words.lastIndexOf(']')));
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

function kindOf(name: string, attributes: ReadonlyMap<string, string>): Kind {
  const classes = attributes.get('class')?.split(/\s+/) ?? [];
  if (name === 'span' && classes.includes('highlight')) return 'highlight';
  if (name === 'span' && classes.includes('taglist')) return 'taglist';
  if (name === 'title') return 'title';
  return name === 'style' || name === 'script' ? 'style' : 'other';
}

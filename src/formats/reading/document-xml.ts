import { DOMParser } from '@xmldom/xmldom';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { measureTags } from './measure-tags.ts';

/** A document of a thousand pages has a quarter of it. */
const MAX_TAGS = 400_000;
/** Tables inside of tables come to some tens. */
const MAX_DEPTH = 300;
/** In bytes. */
const MAX_LENGTH = 30_000_000;
const MAX_TAG_LENGTH = 100_000;

/**
 * The root element of one XML part of a text document. Throws UnreadableFileError for a part that is broken, declares
 * entities, or only serves to wear a parser out. Takes linear time.
 */
export function parseDocumentXml(bytes: Uint8Array): Element {
  if (bytes.length > MAX_LENGTH) throw documentTooMuch();
  const xml = new TextDecoder().decode(bytes).replace(/<!DOCTYPE[^[\]>]{0,500}>/i, '');
  const tags = /<!(?:DOCTYPE|ENTITY)/i.test(xml) ? undefined : measureTags(xml);
  if (!tags || tags.deepest > MAX_DEPTH || tags.longestOther > 1000) throw documentBroken();
  if (tags.count > MAX_TAGS || tags.longestOpening > MAX_TAG_LENGTH) throw documentTooMuch();
  const refuse = (message: unknown): never => {
    throw documentBroken(message);
  };
  const errorHandler = { warning: refuse, error: refuse, fatalError: refuse };
  return (
    new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml').documentElement ?? refuse('no root')
  );
}

/** For a document that cannot be read for a reason that only programmers understand. */
export function documentBroken(cause?: unknown): UnreadableFileError {
  return new UnreadableFileError(t('file.documentBroken'), { cause });
}

/** For a document that holds more than an article. */
export function documentTooMuch(): UnreadableFileError {
  return new UnreadableFileError(t('file.documentTooMuch'));
}

/** For a document without words. */
export function documentEmpty(): UnreadableFileError {
  return new UnreadableFileError(t('file.documentEmpty'));
}

/** The elements among the children of one. */
export function childElements(parent: Element): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    // Only elements have this type.
    if (node.nodeType === 1) found.push(node as Element);
  }
  return found;
}

const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';

/** What a part says by a term of Dublin Core (`title`, `creator`), white space folded. */
export function dublinCore(root: Element, term: string): string[] {
  const found = Array.from(root.getElementsByTagNameNS(DUBLIN_CORE, term)).slice(0, 20);
  return found.map((element) => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
}

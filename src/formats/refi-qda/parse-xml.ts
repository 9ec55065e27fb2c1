import { DOMParser } from '@xmldom/xmldom';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { measureTags } from '../reading/measure-tags.ts';

/** Deeper than any project nests its codes. */
const MAX_DEPTH = 200;
/** Longer than any tag of a project: names are its longest values. */
const MAX_TAG_LENGTH = 100_000;
/** Closing tags and instructions are a name and little else. */
const MAX_OTHER_LENGTH = 1000;
/** A project of a hundred thousand passages has two thirds of it. */
const MAX_TAGS = 1_500_000;

/**
 * The root element of an XML document. Throws UnreadableFileError for what is not well-formed, has a document
 * type (which could define entities), or is nested or written in a way that only serves to wear a parser out.
 */
export function parseXml(bytes: Uint8Array): Element {
  const xml = decoded(bytes);
  if (/<!DOCTYPE/i.test(xml)) {
    throw new UnreadableFileError(t('file.xmlDoctype'));
  }
  checkTags(xml);
  const refuse = (message: unknown): never => {
    throw new UnreadableFileError(t('file.xmlBroken'), { cause: message });
  };
  const options = {
    errorHandler: { warning: refuse, error: refuse, fatalError: refuse },
    // By the rule of XML 1.0; left to itself it takes U+2028 in people's words for a line end.
    normalizeLineEndings: (source: string) => source.replaceAll(/\r\n?/g, '\n'),
  };
  try {
    const root = new DOMParser(options).parseFromString(xml, 'text/xml').documentElement;
    return root ?? refuse('no root element');
  } catch (cause) {
    if (cause instanceof UnreadableFileError) throw cause;
    throw new UnreadableFileError(t('file.xmlBroken'), { cause });
  }
}

function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableFileError(t('file.xmlBroken'), { cause });
  }
}

/** Asked before parsing, which takes time in the square of some figures, and memory for each tag. */
function checkTags(xml: string): void {
  const found = measureTags(xml);
  if (!found || found.deepest > MAX_DEPTH) throw new UnreadableFileError(t('file.xmlBroken'));
  if (found.longestOpening > MAX_TAG_LENGTH || found.longestOther > MAX_OTHER_LENGTH) {
    throw new UnreadableFileError(t('file.xmlBroken'));
  }
  if (found.count > MAX_TAGS) {
    throw new UnreadableFileError(t('file.projectTooLarge'));
  }
}

/** The elements right below, all or those of these names, whatever their prefix. */
export function* childrenOf(parent: Element, ...names: readonly string[]): Generator<Element> {
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (!isElement(node)) continue;
    if (names.length === 0 || names.includes(node.localName)) yield node;
  }
}

/** The first element of this name right below. */
export function childOf(parent: Element, name: string): Element | undefined {
  return childrenOf(parent, name).next().value ?? undefined;
}

/** An attribute, or undefined where there is none or it is empty. */
export function attributeOf(element: Element, name: string): string | undefined {
  const value = element.getAttribute(name);
  return value === null || value === '' ? undefined : value;
}

/** The words right inside of the child of this name; undefined where there is none. */
export function wordsIn(parent: Element, name: string): string | undefined {
  const child = childOf(parent, name);
  if (child === undefined) return undefined;
  let words = '';
  for (let node = child.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === TEXT || node.nodeType === CDATA) words += node.nodeValue ?? '';
  }
  return words === '' ? undefined : words;
}

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

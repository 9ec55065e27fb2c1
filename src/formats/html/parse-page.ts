import { DOMParser } from 'linkedom';
import { UnreadableFileError } from '../incoming.ts';
import { cleanMarkup } from './clean-markup.ts';

/** Longest page, in UTF-16 code units. */
const MOST_CHARACTERS = 10_500_000;
const METADATA = new Set(['TITLE', 'META', 'LINK', 'SCRIPT', 'STYLE', 'BASE', 'NOSCRIPT', 'TEMPLATE']);

/**
 * The page as a tree with `html`, `head` and `body`, whatever of them it writes, and with its content in the body.
 * Nothing in it runs and nothing is fetched. Throws UnreadableFileError for a page that is too large or nested too deep.
 */
export function parsePage(html: string): Document {
  if (html.length > MOST_CHARACTERS) {
    throw new UnreadableFileError('This page is larger than 10 MB: paste the words of the article instead.');
  }
  const page = cleanMarkup(html);
  const document = parse(page);
  const whole = document.documentElement?.localName === 'html' ? document : parse(`<html>${page}</html>`);
  gatherBody(whole);
  return whole;
}

function parse(html: string): Document {
  // linkedom implements the part of the DOM that is used here; its own types leave much of that out.
  return new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}

/** Puts what stands outside of head and body into the body, as browsers do. */
function gatherBody(document: Document): void {
  const root = document.documentElement;
  const body = root.querySelector('body') ?? document.createElement('body');
  const head = root.querySelector('head') ?? document.createElement('head');
  const strays = [...root.childNodes].filter((node) => node !== head && node !== body);
  const inHead = [...head.childNodes].filter((node) => node !== body && !isMetadata(node));
  root.prepend(head);
  root.append(body);
  body.prepend(...inHead, ...strays.filter((node) => !isMetadata(node)));
}

function isMetadata(node: Node): boolean {
  return node.nodeType !== node.TEXT_NODE && METADATA.has(node.nodeName.toUpperCase());
}

import { DOMParser } from 'linkedom';
import { UnreadableFileError } from '../../../domain/errors.ts';
import { t } from '../../../messages/language.ts';
import { cleanMarkup } from './clean-markup.ts';

/** Longest page, in UTF-16 code units. */
const MAX_CHARACTERS = 10_500_000;
const METADATA = new Set(['TITLE', 'META', 'LINK', 'SCRIPT', 'BASE']);

/**
 * The page as a tree with `html`, `head` and `body`, whatever of them it writes, and with its content in the
 * body. Nothing in it runs and nothing is fetched. Throws UnreadableFileError for a page that is too large or
 * nested too deep.
 */
export function parsePage(html: string): Document {
  if (html.length > MAX_CHARACTERS) {
    throw new UnreadableFileError(t('file.pageTooLarge'));
  }
  // linkedom implements the part of the DOM that is used here; its own types leave much of that out.
  const document = new DOMParser().parseFromString(cleanMarkup(html), 'text/html') as unknown as Document;
  const nodes = [...document.documentElement.childNodes];
  const [head, body] = [document.createElement('head'), document.createElement('body')];
  // One by one: a page may have more of them than a call takes arguments.
  for (const node of nodes) (isMetadata(node) ? head : body).append(node);
  document.documentElement.replaceChildren(head, body);
  return document;
}

function isMetadata(node: Node): boolean {
  return node.nodeType !== node.TEXT_NODE && METADATA.has(node.nodeName.toUpperCase());
}

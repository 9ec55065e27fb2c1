import { Readability } from '@mozilla/readability';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { removeMarginalia } from '../reading/page/marginalia.ts';
import { removeConsent } from './consent.ts';
import { keepInlineBylines } from './inline-bylines.ts';
import { linkedArticle } from './json-ld.ts';

/** The part of a page that is its article. */
interface PageArticle {
  readonly content: Element;
  /** Who wrote it, where it stood beside the words. */
  readonly byline: string | undefined;
}

/** In UTF-16 code units of the words found. */
const MIN_LENGTH = 80;
const MAX_STUB_LENGTH = 1200;
/** Where a stub asks to pay. */
const STUB_END = 250;
const MAX_SHARE_IN_LINKS = 0.5;
/** How pages ask to pay. They are looked for only where little else is on the page. */
const STUB =
  /\b(?:subscribe|sign in|log in|sign up|register|become a (?:member|subscriber))\b.{0,40}\b(?:to (?:continue|keep|read|finish|access|unlock)|for (?:full|unlimited) access)|\b(?:this (?:article|content|story) is|reserved) (?:only |exclusively )?for (?:our )?(?:subscribers|members)|\balready a (?:subscriber|member)\b/i;

/**
 * Finds a page's article as the reader views of browsers do (Mozilla's Readability), without what stands
 * beside its words. Changes the document. Throws UnreadableFileError, with the reason, where there is none: a
 * page without words, a front page, or the beginning that a paywall shows.
 */
export function findArticle(document: Document): PageArticle {
  const isFree = linkedArticle(document)?.isFree ?? true;
  const whole = textOf(document.body);
  removeMarginalia(document);
  removeConsent(document);
  keepInlineBylines(document);
  const found = new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true }).parse();
  // The serializer is handed the element that Readability gathers the article in.
  const content = (found?.content ?? undefined) as Element | undefined;
  const words = content ? textOf(content) : '';
  if (!content || words.length < MIN_LENGTH) throw none(whole, isFree);
  if (words.length < MAX_STUB_LENGTH && (!isFree || STUB.test(words.slice(-STUB_END)))) throw stub();
  if (lengthInLinks(content) > MAX_SHARE_IN_LINKS * words.length) throw frontPage();
  return { content, byline: found?.byline ?? undefined };
}

function textOf(element: Element): string {
  return (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

function lengthInLinks(content: Element): number {
  const links = [...content.querySelectorAll('a[href]')];
  return links.reduce((length, link) => length + textOf(link).length, 0);
}

function none(whole: string, isFree: boolean): UnreadableFileError {
  if (!isFree || (whole.length < MAX_STUB_LENGTH && STUB.test(whole))) return stub();
  return noArticle();
}

/** For a page that nothing can be read from. */
export function noArticle(): UnreadableFileError {
  return new UnreadableFileError(t('file.pageNoArticle'));
}

function stub(): UnreadableFileError {
  return new UnreadableFileError(t('file.pagePaywall'));
}

function frontPage(): UnreadableFileError {
  return new UnreadableFileError(t('file.pageList'));
}

import { isHouseName, isPublicationName } from './publication-names.ts';

const BY = /^(?:(?:written|story|reported|reporting|analysis|opinion|words|text|from)\s+)?by:?\s+(\S.*)$/i;
/**
 * Words of a byline that are written small: particles of names, links between names, and what a reporter is.
 */
const SMALL_WORDS = new Set(
  (
    'and with for in of at the from de del della den der di do dos du la le van von y al bin ibn ' +
    'a staff reporter reporters writer writers correspondent correspondents editor editors columnist bureau chief ' +
    'news agency agencies contributor photographer'
  ).split(' '),
);
const ROLE = /\b(?:reporter|writer|correspondent|editor|columnist|bureau chief|contributor)s?\b/i;
/** Headings and openings that only look like a byline. */
const NO_NAME =
  /^(?:the numbers|(?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:then|now|contrast|comparison)\b.*)$/i;
const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}[\p{L}'’.-]*|de|del|der|van|von|al|bin)){1,3}$/u;
const MAX_WORDS = 18;

/** The same in other languages. Their words begin names and titles too, so that full names must follow. */
const OTHER_BY = /^(?:von|par|por|de|di|door)\s*:?\s+(\p{Lu}.*)$/iu;

/** Who wrote it, from a line that says so with "By" or "Von": without that word, names as written. */
export function readByline(line: string): string | undefined {
  return readEnglishByline(line) ?? readOtherByline(line);
}

function readOtherByline(line: string): string | undefined {
  const names = OTHER_BY.exec(line)?.[1];
  return names?.split(/,\s+|\s+(?:und|et|y|e|en)\s+/).every(isName) ? names : undefined;
}

function readEnglishByline(line: string): string | undefined {
  const names = BY.exec(line)?.[1]?.replace(/[\s,/|•·–—-]+$/, '');
  return names && isListOfNames(firstPart(names)) && names.split(/,\s+/).every(isCredit) ? names : undefined;
}

/** Who wrote it, from a line such as "Jane Doe, Reuters" or "Jane Doe, political editor". */
export function readCreditedName(line: string): string | undefined {
  const [name = '', ...credits] = line.split(/,\s+/);
  const credited = credits.some((credit) => isPublicationName(credit) || isRole(credit));
  return credited && isName(name) && credits.every(isCredit) ? line : undefined;
}

/** Whether a line is one or more full names, perhaps with the place they wrote from, and nothing else. */
export function isNames(line: string): boolean {
  const names = line.replace(/\s+in\s+\p{Lu}[\p{L} ]*$/u, '');
  return names.split(/\s*(?:,|&|\band\b)\s*/).every(isName);
}

function isName(words: string): boolean {
  return NAME.test(words) && !isHouseName(words);
}

function firstPart(names: string): string {
  return names.replace(/,\s.*$/, '');
}

function isCredit(part: string): boolean {
  return isListOfNames(part) || isRole(part);
}

function isRole(part: string): boolean {
  return ROLE.test(part) && part.split(' ').length <= 5 && !/[\d“”"!?:]/.test(part);
}

function isListOfNames(text: string): boolean {
  const words = text.split(/[\s,;&/]+/).filter(Boolean);
  if (words.length > MAX_WORDS || /[\d“”"!?:]/.test(text) || NO_NAME.test(text)) return false;
  if (/\p{Ll}\.$/u.test(text) && !/\b(?:Jr|Sr|Inc|Ltd|Co)\.$/.test(text)) return false;
  const capitals = words.filter((word) => !/^\p{Ll}/u.test(word));
  return capitals.length > 0 && words.every((word) => capitals.includes(word) || SMALL_WORDS.has(word));
}

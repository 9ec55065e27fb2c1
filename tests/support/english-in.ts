import type { CheerioAPI } from 'cheerio';
import type { Answer } from './web.ts';

type Root = ReturnType<CheerioAPI['root']>[number];
type AnyNode = Root | Root['children'][number];
type Element = Extract<AnyNode, { readonly attribs: unknown }>;

/** What stands on pages in plain letters though nobody has to translate it. */
export const NAMES = ['On Record', 'SHA-256', 'UTC', 'https://', 'http://'];

/** Attributes that people read or hear. */
const READ = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
];

/** What is no language: keys, code, and what the browser runs. */
const SKIPPED = ['script', 'style', 'kbd', 'code'];

/** What a page says in plain letters, without what is known to be data. */
export function englishIn(answer: Answer, known: readonly string[]): string[] {
  if (!String(answer.headers['content-type'] ?? 'text/html').includes('html')) return [];
  const found: string[] = [];
  const look = (words: string | undefined, prefix = '') => {
    const left = withoutKnown(words ?? '', known);
    if (/[a-z]/i.test(left)) found.push(`${prefix}${left.trim()}`);
  };
  const visit = (node: AnyNode): void => {
    if (node.type === 'text') look(node.data);
    if (!('children' in node)) return;
    if ('name' in node && SKIPPED.includes(node.name)) return;
    if ('attribs' in node) for (const [name, value] of readable(node)) look(value, `${name}=`);
    for (const child of node.children) visit(child);
  };
  for (const node of answer.html().root().toArray()) visit(node);
  return found.toSorted();
}

function readable({ name, attribs }: Element): (readonly [string, string])[] {
  const isButton = name === 'input' && /^(submit|button|reset)$/.test(attribs.type ?? '');
  const names = isButton ? [...READ, 'value'] : READ;
  return names.flatMap((each) => (attribs[each] === undefined ? [] : [[each, attribs[each]] as const]));
}

/** Letters that stand for tags, keys named beside what they do, and what the engine reads in the article. */
const NO_WORDS = /^[A-Z]$|“x”|\((?:Shift\+)?[A-Z]\)|\b(?:cups?|said)\b/g;

function withoutKnown(words: string, known: readonly string[]): string {
  // What is cut stands between the signs of that.
  const line = words
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^\s*…\s*|\s*…\s*$/g, '')
    .trim();
  if (known.some((text) => text.replaceAll(/\s+/g, ' ').includes(line))) return '';
  const longestFirst = known.filter((text) => text.length < 200).toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((left, text) => left.replaceAll(text, ''), line).replaceAll(NO_WORDS, '');
}

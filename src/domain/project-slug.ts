/** Most code points of the slug of a name, before a number. */
const MAX_SLUG = 40;

/** What a name without a letter or digit is called in addresses. */
const NAMELESS = 'project';

/** Accents of Latin, Greek and Cyrillic letters; the marks of other scripts are parts of their words. */
const ACCENTS = /[\u0300-\u036f]/g;

const APART = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * A name as it may stand in an address: its letters and digits of whatever script in lower case, without accents, parted
 * by hyphens; never empty. Two names may give the same one: `numberedSlug` tells them apart.
 */
export function slugOf(name: string): string {
  const words = name.normalize('NFKD').replaceAll(ACCENTS, '').normalize('NFC').toLowerCase();
  const slug = [...words.replaceAll(APART, '-').replace(/^-/, '')].slice(0, MAX_SLUG).join('');
  return slug.replace(/-$/, '') || NAMELESS;
}

/** The `number`th slug to try: the slug itself for 1, then with the number behind it. */
export function numberedSlug(slug: string, number: number): string {
  return number === 1 ? slug : `${slug}-${number}`;
}

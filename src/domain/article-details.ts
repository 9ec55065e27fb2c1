import { parseNewsDate } from '../text/dates.ts';
import type { ArticleDetails } from './article.ts';
import { InvalidInputError } from './errors.ts';
import { joinLabels, readLabels } from './labels.ts';

/** The name of a detail, which is its field's name too. */
export type DetailName = keyof ArticleDetails;

/** Details as a form has them: one line each, empty where there is nothing to say. */
export type DetailFields = Readonly<Record<DetailName, string>>;

/** How a detail is asked for and checked. */
export interface DetailRule {
  readonly name: DetailName;
  readonly label: string;
  /** What to write, where the label alone leaves that open. */
  readonly hint?: string;
  /** In UTF-16 code units. */
  readonly maxLength: number;
}

/** Every detail, in the order of the forms. */
export const ARTICLE_DETAILS: readonly DetailRule[] = [
  { name: 'title', label: 'Title', maxLength: 500 },
  { name: 'byline', label: 'Byline', hint: 'Who wrote it', maxLength: 500 },
  { name: 'publication', label: 'Publication', hint: 'Where it appeared', maxLength: 300 },
  { name: 'published', label: 'Published', hint: 'Such as 2025-03-04 or 4 March 2025', maxLength: 100 },
  { name: 'url', label: 'Address', hint: 'Beginning with https:// or http://', maxLength: 2000 },
  { name: 'language', label: 'Language', hint: 'Its code, such as en or pt-BR', maxLength: 35 },
  { name: 'labels', label: 'Labels', maxLength: 500 },
];

/** Details as a form shows them. */
export function toFields(details: Partial<ArticleDetails>): DetailFields {
  // The table has every detail.
  return Object.fromEntries(ARTICLE_DETAILS.map(({ name }) => [name, details[name] ?? ''])) as DetailFields;
}

/**
 * Reads the details that `fields` holds: white space folded, dates turned to ISO 8601, `null` for an empty
 * field. A field that is absent is absent in the result. Throws InvalidInputError naming every wrong field.
 */
export function readDetails(
  fields: Readonly<Partial<Record<DetailName, string>>>,
): Partial<Record<DetailName, string | null>> {
  const { details, wrong } = checkDetails(fields);
  if (Object.keys(wrong).length > 0) throw new InvalidInputError(wrong);
  return details;
}

/** The same without throwing: the details that are right, and a sentence for each field that is not. */
export function checkDetails(fields: Readonly<Partial<Record<DetailName, string>>>): {
  details: Partial<Record<DetailName, string | null>>;
  wrong: Partial<Record<DetailName, string>>;
} {
  const details: Partial<Record<DetailName, string | null>> = {};
  const wrong: Partial<Record<DetailName, string>> = {};
  for (const rule of ARTICLE_DETAILS) {
    const written = fields[rule.name];
    if (written === undefined) continue;
    const line = written.replaceAll(/\s+/g, ' ').trim();
    const problem = problemWith(rule, line);
    if (problem) wrong[rule.name] = problem;
    else details[rule.name] = stored(rule.name, line);
  }
  return { details, wrong };
}

function stored(name: DetailName, line: string): string | null {
  if (line === '') return null;
  if (name === 'published') return parseNewsDate(line) ?? null;
  if (name === 'labels') return joinLabels(readLabels(line));
  return name === 'language' ? (languageTag(line) ?? null) : line;
}

function problemWith({ name, label, maxLength }: DetailRule, line: string): string | undefined {
  if (line.length > maxLength) {
    return `${label}: at most ${maxLength} characters, please; these are ${line.length}.`;
  }
  if (line === '') return undefined;
  if (name === 'published' && parseNewsDate(line) === undefined) {
    return 'Published: write a whole date, such as 2025-03-04 or 4 March 2025.';
  }
  if (name === 'url' && !isWebAddress(line)) {
    return 'Address: write a whole web address, beginning with https:// or http://.';
  }
  if (name === 'language' && languageTag(line) === undefined) {
    return 'Language: write its code, such as en, de or pt-BR.';
  }
  return undefined;
}

/** The tag in canonical form (RFC 5646), undefined if it is not well-formed. `_` is read as `-`. */
export function languageTag(line: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(line.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** Only these may become links: `javascript:` and its like would run. */
function isWebAddress(line: string): boolean {
  return URL.canParse(line) && /^https?:$/.test(new URL(line).protocol);
}

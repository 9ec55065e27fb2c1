import { t } from '../messages/language.ts';
import { parseStatedDate } from '../text/dates.ts';
import type { ArticleDetails } from './article.ts';
import { byKey } from './by-key.ts';
import { InvalidInputError } from './errors.ts';
import { joinLabels, readLabels } from './labels.ts';

/** The name of a detail, which is its field's name too. */
export type DetailName = keyof ArticleDetails;

/** Details as a form has them: one line each, empty where there is nothing to say. */
export type DetailFields = Readonly<Record<DetailName, string>>;

/** How a detail is asked for and checked. */
export interface DetailRule {
  readonly name: DetailName;
  /** In UTF-16 code units. */
  readonly maxLength: number;
}

/** Every detail, in the order of the forms. */
export const ARTICLE_DETAILS: readonly DetailRule[] = [
  { name: 'title', maxLength: 500 },
  { name: 'byline', maxLength: 500 },
  { name: 'publication', maxLength: 300 },
  { name: 'published', maxLength: 100 },
  { name: 'url', maxLength: 2000 },
  { name: 'language', maxLength: 35 },
  { name: 'labels', maxLength: 500 },
];

/** Details as a form shows them. */
export function toFields(details: Partial<ArticleDetails>): DetailFields {
  return byKey(
    ARTICLE_DETAILS.map(({ name }) => name),
    (name) => details[name] ?? '',
  );
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
  if (name === 'published') return parseStatedDate(line) ?? null;
  if (name === 'labels') return joinLabels(readLabels(line));
  return name === 'language' ? (languageTag(line) ?? null) : line;
}

function problemWith({ name, maxLength }: DetailRule, line: string): string | undefined {
  if (line.length > maxLength) {
    return t('detail.tooLong', { name: t(`detailName.${name}`), most: maxLength, given: line.length });
  }
  if (line === '') return undefined;
  if (name === 'published' && parseStatedDate(line) === undefined) return t('detail.noDate');
  if (name === 'url' && !isWebAddress(line)) return t('detail.noAddress');
  if (name === 'language' && languageTag(line) === undefined) return t('detail.noLanguage');
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

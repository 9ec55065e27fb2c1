import type { z } from 'zod';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import { problemsOf } from '../../domain/codebook/problems.ts';
import type { Keymap } from '../../domain/keys.ts';
import { inList, t } from '../../messages/language.ts';
import { codebookSchema } from './document.ts';

/** A codebook, or what is wrong with its document: the place, as `tags[1].letter`, and why, a sentence. */
export type ReadCodebook =
  | { readonly codebook: Codebook }
  | { readonly problems: ReadonlyMap<string, string> };

/** Reads a codebook that came as JSON text. */
export function readCodebook(json: string, keymap?: Keymap): ReadCodebook {
  let document: unknown;
  try {
    document = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problems: new Map([['', t('codebook.noJson')]]) };
  }
  return checkCodebook(document, keymap);
}

/** Reads a codebook out of its document, a JSON value. `keymap` is that of whoever brings it. */
export function checkCodebook(document: unknown, keymap?: Keymap): ReadCodebook {
  const read = codebookSchema.safeParse(document);
  if (!read.success)
    return { problems: inPlaces(read.error.issues.map((issue) => [placeOf(issue.path), whyOf(issue)])) };
  const { tags, fields } = read.data;
  const unknown = unknownTags(tags, fields);
  if (unknown.size > 0) return { problems: unknown };
  const codebook = { tags, fields };
  const problems = problemsOf(codebook, keymap);
  if (problems.length === 0) return { codebook };
  return {
    problems: inPlaces(
      problems.map(({ tag, text, why }) => [placeOf(['tags', tag, text === 'isOff' ? 'off' : text]), why]),
    ),
  };
}

/** A field is asked of tags that there are. */
function unknownTags(tags: Codebook['tags'], fields: Codebook['fields']): ReadonlyMap<string, string> {
  const wrong = fields.flatMap((field, at) => {
    const tag = field.tags.find((each) => !tags.some(({ key }) => key === each));
    const place = placeOf(['fields', at, 'tags']);
    return tag === undefined ? [] : [[place, t('codebook.noSuchTag', { tag })] as const];
  });
  return new Map(wrong);
}

/** Most problems that are said of one document. */
const MOST_SAID = 8;

/** What is wrong in a place of the document; the empty place is the whole. */
export interface SaidProblem {
  readonly place: string;
  readonly why: string;
}

/** The first problems of a document, and how many more there are. */
export function firstProblems(problems: ReadonlyMap<string, string>): SaidProblem[] {
  const said = [...problems].map(([place, why]) => ({ place, why }));
  const more = said.length - MOST_SAID;
  if (more <= 0) return said;
  return [...said.slice(0, MOST_SAID), { place: '', why: t('codebook.andMore', { count: more }) }];
}

/** The same as lines. */
export function sayProblems(problems: ReadonlyMap<string, string>): string[] {
  return firstProblems(problems).map(({ place, why }) =>
    place === '' ? why : t('codebook.atPlace', { place, why }),
  );
}

/** Of several problems in one place the first is said. */
function inPlaces(problems: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(problems.toReversed());
}

function placeOf(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** The schema words what it asks for; zod words the rest, in English. */
function whyOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return t('codebook.unknown', { names: inList(issue.keys.map((key) => `“${key}”`)) });
  return issue.code === 'invalid_type' && issue.path.length < 2 && issue.expected === 'object'
    ? t('codebook.wrongShape')
    : issue.message;
}

// The filters of the pages as options of commands, each by the name that it has in the page's address.

import type { ParseArgsConfig } from 'node:util';
import type { AnnotationFilter } from '../domain/annotation-filter.ts';
import { sayAnnotator } from '../domain/annotator.ts';
import { ARTICLE_STATES, type ArticleFilter, isFilteringArticles } from '../domain/article-filter.ts';
import { CHECK_WORTHINESS, CONFIDENCE } from '../domain/attributes.ts';
import { type Codebook, DEFAULT_CODEBOOK } from '../domain/codebook/codebook.ts';
import { CODING_WORDS, codingChoice } from '../domain/coding-choice.ts';
import type { Member } from '../domain/permission.ts';
import { type Sight, sightOf } from '../domain/sight.ts';
import { listAnnotators } from '../store/annotators.ts';
import type { Db } from '../store/client.ts';
import { UsageError } from './command.ts';

export const ARTICLE_OPTIONS = {
  title: { type: 'string' },
  state: { type: 'string' },
  label: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

export const ANNOTATION_OPTIONS = {
  ...ARTICLE_OPTIONS,
  article: { type: 'string', multiple: true },
  tag: { type: 'string' },
  annotator: { type: 'string' },
  confidence: { type: 'string' },
  worth: { type: 'string' },
  speaker: { type: 'string' },
  words: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

export const ARTICLE_USAGE = `  --title WORDS    articles with these words in title or text
  --state STATE    articles in this state: ${ARTICLE_STATES.join(', ')}
  --label LABEL    articles with this label`;

const keysIn = ({ tags }: Codebook) => tags.map(({ key }) => key);
const USUAL_TAGS = keysIn(DEFAULT_CODEBOOK);

export const ANNOTATION_USAGE = `  --article ID     from this article; may be repeated
${ARTICLE_USAGE}
  --tag TAG        with this tag: ${USUAL_TAGS.join(', ')}, or one of the project's own
  --annotator WHO  by this annotator, a name or an id
  --confidence C   ${CONFIDENCE.join(', ')}
  --worth WORTH    by check-worthiness: ${CHECK_WORTHINESS.join(', ')}
  --speaker NAME   whose speaker contains this
  --words WORDS    with all of these words in the text, the speaker or the note`;

/** What `parseArgs` gives of the options of articles. */
export type ArticleValues = { readonly [Name in keyof typeof ARTICLE_OPTIONS]?: string | undefined };

/** What `parseArgs` gives of the options of annotations. */
export type AnnotationValues = {
  readonly [Name in Exclude<keyof typeof ANNOTATION_OPTIONS, 'article'>]?: string | undefined;
} & { readonly article?: readonly string[] | undefined };

/** The articles that the options ask for. Throws a UsageError. */
export function articleFilterFrom({ title, state, label }: ArticleValues): ArticleFilter {
  return {
    words: title?.trim() ?? '',
    state: oneOf(ARTICLE_STATES, state, 'state'),
    label: label?.trim() || null,
    ids: null,
  };
}

/** The annotations that the options ask for, but for the annotator and whether there is such a tag. Throws a UsageError. */
export function annotationFilterFrom(values: AnnotationValues): AnnotationFilter {
  const [first, ...others] = values.article ?? [];
  const ids = first !== undefined && others.length > 0 ? [first, ...others] : null;
  const articles = { ...articleFilterFrom(values), ids };
  return {
    tag: values.tag ?? null,
    articleId: ids ? null : (first ?? null),
    annotatorId: null,
    confidence: oneOf(CONFIDENCE, values.confidence, 'confidence'),
    worth: oneOf(CHECK_WORTHINESS, values.worth, 'worth'),
    speaker: values.speaker?.trim() ?? '',
    words: values.words?.trim() ?? '',
    ...(isFilteringArticles(articles) && { articles }),
  };
}

/** The same filter. Throws a UsageError where it asks for a tag that the project does not have. */
export function withTagOf(codebook: Codebook, filter: AnnotationFilter): AnnotationFilter {
  const { tag } = filter;
  return tag === null ? filter : { ...filter, tag: oneOf(keysIn(codebook), tag, 'tag') };
}

/** The filter with the annotator of a project whom the options name. Throws a UsageError where there is no such one. */
export async function withAnnotator(
  db: Db,
  sight: Sight,
  filter: AnnotationFilter,
  name: string | undefined,
): Promise<AnnotationFilter> {
  if (name === undefined) return filter;
  return { ...filter, annotatorId: await annotatorNamed(db, sight, name) };
}

/** The filter with the codings that are asked for, by a word or an annotator. Throws a UsageError for anybody else. */
export async function withCoding(
  db: Db,
  member: Member,
  filter: AnnotationFilter,
  asked: string,
): Promise<AnnotationFilter> {
  const sight = sightOf(member);
  const isWord = asked === '' || CODING_WORDS.some((word) => word === asked);
  const coding = codingChoice(member, sight, isWord ? asked : await annotatorNamed(db, sight, asked));
  return coding === undefined ? filter : { ...filter, coding };
}

async function annotatorNamed(db: Db, sight: Sight, name: string): Promise<string> {
  const people = await listAnnotators(db, sight);
  const found = people.filter((person) => [person.id, person.name, sayAnnotator(person)].includes(name));
  const [first] = found;
  if (!first) throw new UsageError(`there is no annotator "${name}" in this project`);
  if (found.length > 1)
    throw new UsageError(`there are several annotators "${name}": ${found.map(({ id }) => id).join(', ')}`);
  return first.id;
}

function oneOf<Value extends string>(
  values: readonly Value[],
  written: string | undefined,
  what: string,
): Value | null {
  if (written === undefined) return null;
  const found = values.find((value) => value === written);
  if (!found) throw new UsageError(`unknown ${what} "${written}"; choose from ${values.join(', ')}`);
  return found;
}

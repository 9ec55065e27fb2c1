import { v7 as uuidv7 } from 'uuid';
import { formatParts, wordsOf } from '../domain/annotation.ts';
import type { ArticleText } from '../domain/article.ts';
import { keepFor } from '../domain/attributes.ts';
import { InvalidInputError, WordsMismatchError } from '../domain/errors.ts';
import { type Change, creationOf } from '../domain/history.ts';
import { type Member, require } from '../domain/permission.ts';
import { readFromText } from '../domain/read-attributes.ts';
import { sightOf } from '../domain/sight.ts';
import type { Tag } from '../domain/tag.ts';
import { t } from '../messages/language.ts';
import { findArticleText } from '../store/article-texts.ts';
import { articlesHolding } from '../store/articles-holding.ts';
import type { Db } from '../store/client.ts';
import { readStanding, type Standing } from '../store/standing.ts';
import type { LockedCoding, Step } from '../store/step.ts';
import { articleOfStep } from '../store/steps.ts';
import { saveWideStep } from '../store/wide-steps.ts';
import { findOccurrences, type OccurrenceRule } from '../text/occurrences.ts';
import { hullOf, type Span, touching } from '../text/span.ts';
import { unmarking, verifiedParts } from './add-annotation.ts';
import { laneToWrite } from './scope.ts';

/** Places beyond these are not shown, and not tagged at once. */
export const MAX_PLACES = 500;
/** Articles in which words are looked for. */
const MAX_ARTICLES = 200;

/** Words to look for, in one article or in all of a project. */
export interface OccurrenceQuery extends OccurrenceRule {
  readonly articleId?: string | undefined;
}

/** The places in one article where the words stand. */
export interface PlacesInArticle {
  readonly articleId: string;
  readonly title: string;
  readonly places: readonly Occurrence[];
}

/** One place, with what stands around it. */
export interface Occurrence extends Span {
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** The tags that the person has given just these words. */
  readonly tagged: readonly Tag[];
}

/** Finds every place of words; `hasMore` says that there are more than are given. */
export async function findEvery(
  db: Db,
  member: Member,
  query: OccurrenceQuery,
): Promise<{ readonly articles: readonly PlacesInArticle[]; readonly hasMore: boolean }> {
  const where = { projectId: member.projectId, articleId: query.articleId };
  const holding = await articlesHolding(db, where, query.words, MAX_ARTICLES + 1);
  const found: PlacesInArticle[] = [];
  let left = MAX_PLACES;
  for (const { id, title } of holding.slice(0, MAX_ARTICLES)) {
    const text = left > 0 && (await findArticleText(db, member.projectId, id));
    if (!text) break;
    const spans = occurrencesIn(text, query, left);
    if (spans.length === 0) continue;
    left -= spans.length;
    const standing = await readStanding(db, { member, text, lane: sightOf(member).main }, hullOf(spans));
    found.push({ articleId: id, title, places: spans.map((span) => around(member, text, standing, span)) });
  }
  return { articles: found, hasMore: left <= 0 || holding.length > MAX_ARTICLES };
}

/** What stands between the blocks is markup, which no page shows. */
function occurrencesIn(text: ArticleText, rule: OccurrenceRule, most: number): Span[] {
  const isShown = (span: Span) => {
    const [from, to] = touching(text.blocks, span);
    return to > from;
  };
  return findOccurrences(text.text, rule, most).filter(isShown);
}

/** UTF-16 code units shown on either side of a place. */
const CONTEXT = 70;

function around(
  { annotatorId }: Member,
  article: ArticleText,
  { annotations }: Standing,
  span: Span,
): Occurrence {
  const { text, blocks } = article;
  const block = blocks[touching(blocks, span)[0]] ?? span;
  const parts = formatParts([span]);
  const own = annotations.filter(
    (one) => one.annotatorId === annotatorId && formatParts(one.parts) === parts,
  );
  return {
    ...span,
    words: text.slice(span.start, span.end),
    before: endOf(text.slice(block.start, span.start)),
    after: startOf(text.slice(span.end, Math.max(block.end, span.end))),
    tagged: own.map(({ tag }) => tag),
  };
}

/** The last words of a text, cut between words. */
function endOf(words: string): string {
  return words.length <= CONTEXT ? words : `… ${words.slice(-CONTEXT).replace(/^\S*\s*/u, '')}`;
}

/** The first words of a text, cut between words. */
function startOf(words: string): string {
  return words.length <= CONTEXT ? words : `${words.slice(0, CONTEXT).replace(/\s*\S*$/u, '')} …`;
}

/** Places of words to tag, by their article. */
export interface TagEvery {
  readonly tag: Tag;
  readonly words: OccurrenceRule;
  readonly places: ReadonlyMap<string, readonly Span[]>;
  readonly requestKey?: string | undefined;
}

/**
 * Tags words at many places as one step. What the person has tagged just like that already is not made again. Gives the
 * name of the step, null where nothing was left to tag. Throws ForbiddenError, InvalidInputError (field `place`), and
 * WordsMismatchError where the words do not stand at a place.
 */
export async function tagEvery(db: Db, member: Member, request: TagEvery): Promise<string | null> {
  require(member, 'writeCoding');
  const { places, requestKey } = request;
  const count = [...places.values()].reduce((sum, spans) => sum + spans.length, 0);
  if (count === 0) throw new InvalidInputError({ place: t('occurrences.pickFirst') });
  if (count > MAX_PLACES)
    throw new InvalidInputError({ place: t('occurrences.pickFewer', { most: MAX_PLACES }) });
  const step = requestKey ?? uuidv7();
  if (requestKey && (await articleOfStep(db, member.accountId, requestKey))) return step;
  const lane = laneToWrite(member);
  const scope = { member, places: [...places.keys()].map((articleId) => ({ articleId, lane })), step };
  const saved = await saveWideStep(db, scope, (locked) => planFor(locked, request));
  return saved.some(({ changes }) => changes.length > 0) ? step : null;
}

async function planFor(locked: LockedCoding, { tag, words, places }: TagEvery): Promise<Step> {
  const { scope, standing } = locked;
  const spans = places.get(scope.text.articleId) ?? [];
  if (spans.length === 0) return { action: 'change', changes: [] };
  const whole = new Set(findOccurrences(scope.text.text, words, Number.POSITIVE_INFINITY).map(keyOf));
  if (!spans.every((span) => whole.has(keyOf(span)))) throw new WordsMismatchError();
  const there = await standing(hullOf(spans));
  const own = there.annotations.filter(
    (one) => one.annotatorId === scope.member.annotatorId && one.tag === tag,
  );
  const taken = new Set(own.map(({ parts }) => formatParts(parts)));
  const free = spans.filter((span) => !taken.has(formatParts([span])));
  const creations = free.map((span) => creationAt(locked, tag, span, there));
  return { action: 'change', changes: [...unmarking(scope, there, free), ...creations] };
}

const keyOf = ({ start, end }: Span) => `${start}-${end}`;

function creationAt(
  { scope: { member, text }, article }: LockedCoding,
  tag: Tag,
  span: Span,
  { annotations }: Standing,
): Change {
  const parts = verifiedParts(text, [span], text.text.slice(span.start, span.end));
  return creationOf(uuidv7(), {
    ...keepFor(
      tag,
      readFromText(text, tag, parts, { annotations, suggestionsAt: null, told: article.language }),
    ),
    answers: null,
    tag,
    parts,
    text: wordsOf(text.text, parts),
    origin: 'manual',
    annotatorId: member.annotatorId,
  });
}

import { v7 as uuidv7 } from 'uuid';
import {
  type Annotation,
  formatParts,
  orderParts,
  refuseCutCharacters,
  refuseWordless,
  verifyWords,
  wordsOf,
} from '../domain/annotation.ts';
import type { ArticleText } from '../domain/article.ts';
import { type Attributes, keepFor } from '../domain/attributes.ts';
import { NotFoundError } from '../domain/errors.ts';
import { type Change, sentenceMarkChange, stateOf } from '../domain/history.ts';
import type { Tag } from '../domain/tag.ts';
import { annotationsWithin, findAnnotation, findByRequestKey } from '../store/annotations.ts';
import type { Db, Tx } from '../store/client.ts';
import { markedSentences } from '../store/sentence-marks.ts';
import { saveStep } from '../store/steps.ts';
import type { Span } from '../text/span.ts';
import { hullOf, touching } from '../text/span.ts';
import type { LoadedArticle } from './load.ts';
import { readFromText } from './read-attributes.ts';
import { annotatingScope } from './scope.ts';

/** What a person wants tagged. `seen` is the words they saw there. */
export interface AnnotationDraft {
  readonly tag: Tag;
  readonly parts: readonly Span[];
  readonly seen: string;
  /** Absent where the person gave none: they are then filled in with what the text says. */
  readonly attributes?: Attributes | undefined;
  /** The page's own name for the request: sent again after a lost answer, it makes nothing twice. */
  readonly requestKey?: string | undefined;
}

/** An annotation as it was saved, with all that the step changed. */
export interface SavedAnnotation {
  readonly annotation: Annotation;
  readonly changes: readonly Change[];
}

/**
 * Tags words of an article. Sentences of it that were marked "nothing here" lose that mark, in the same step.
 * Throws ForbiddenError, InvalidInputError (field `parts`) and WordsMismatchError.
 */
export async function addAnnotation(
  db: Db,
  loaded: LoadedArticle,
  draft: AnnotationDraft,
): Promise<SavedAnnotation> {
  const scope = annotatingScope(loaded);
  const { member, text } = loaded;
  const parts = verifiedParts(text, draft.parts, draft.seen);
  const twin = draft.attributes ? undefined : await ownTwin(db, loaded, draft.tag, parts);
  if (twin) return { annotation: twin, changes: [creationOf(twin)] };
  const id = uuidv7();
  const after = {
    ...keepFor(draft.tag, draft.attributes ?? readFromText(text, draft.tag, parts)),
    ...{
      tag: draft.tag,
      parts,
      text: wordsOf(text.text, parts),
      origin: 'manual' as const,
      userId: member.userId,
    },
  };
  const unmark = await marksOn(db, loaded, parts);
  const changes: Change[] = [...unmark, { subject: 'annotation', subjectId: id, before: null, after }];
  const { requestKey } = draft;
  const isSaved = await saveStep(db, scope, { action: 'change', changes, requestKey });
  const annotation = isSaved
    ? await savedAnnotation(db, member.projectId, id)
    : requestKey && (await findByRequestKey(db, scope, requestKey));
  if (!annotation) throw new NotFoundError('annotation');
  return { annotation, changes: isSaved ? changes : [creationOf(annotation)] };
}

/** What the person has tagged just like that: to press the same key once more is to come back to it, not to say it twice. */
async function ownTwin(db: Db, { article, member }: LoadedArticle, tag: Tag, parts: readonly Span[]) {
  const near = await annotationsWithin(db, member.projectId, article.id, hullOf(parts), article.longestHull);
  const own = near.filter((annotation) => annotation.userId === member.userId && annotation.tag === tag);
  return own.find((annotation) => formatParts(annotation.parts) === formatParts(parts));
}

/** An annotation that was saved just now. Throws NotFoundError where somebody deleted it in between. */
export async function savedAnnotation(db: Db, projectId: string, id: string): Promise<Annotation> {
  const annotation = await findAnnotation(db, projectId, id);
  if (!annotation) throw new NotFoundError('annotation');
  return annotation;
}

function creationOf(annotation: Annotation): Change {
  return { subject: 'annotation', subjectId: annotation.id, before: null, after: stateOf(annotation) };
}

/** Parts in stored form, once the text has been found to say there what the person saw. */
export function verifiedParts(article: ArticleText, parts: readonly Span[], seen: string): Span[] {
  const ordered = orderParts(parts, article.text.length);
  refuseCutCharacters(article.text, ordered);
  refuseWordless(article, ordered);
  verifyWords(article, ordered, seen);
  return ordered;
}

/** Changes that take the person's "nothing here" from the sentences that the parts touch. */
export async function marksOn(
  db: Db | Tx,
  { member, text }: LoadedArticle,
  parts: readonly Span[],
): Promise<Change[]> {
  const touched = new Set<number>();
  for (const part of parts) {
    const [from, to] = touching(text.sentences, part);
    const marks = await markedSentences(db, member.projectId, text.articleId, [from, to]);
    for (const { sentence, userId } of marks) if (userId === member.userId) touched.add(sentence);
  }
  return [...touched].map((sentence) => sentenceMarkChange(text.articleId, sentence, 'remove'));
}

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
import type { Answers } from '../domain/codebook/field.ts';
import { EditConflictError, NotFoundError } from '../domain/errors.ts';
import { type Change, creationOf, sentenceMarkChange, stateOf } from '../domain/history.ts';
import { type KnownOfText, readFromText } from '../domain/read-attributes.ts';
import type { Tag } from '../domain/tag.ts';
import type { Db } from '../store/client.ts';
import { sentencesOf } from '../store/counts.ts';
import type { Standing } from '../store/standing.ts';
import type { LockedCoding, Step, StepScope } from '../store/step.ts';
import { type SavedStep, saveStep } from '../store/steps.ts';
import type { Span } from '../text/span.ts';
import { hullOf } from '../text/span.ts';
import type { LoadedArticle } from './load.ts';
import { annotatingScope } from './scope.ts';
import { suggestionsAt } from './suggest.ts';

/** What a person wants tagged. `seen` is the words they saw there. */
export interface AnnotationDraft {
  readonly tag: Tag;
  readonly parts: readonly Span[];
  readonly seen: string;
  /** Absent where the person gave none: they are then filled in with what the text says. */
  readonly attributes?: Attributes | undefined;
  /** What they gave in the project's own fields. */
  readonly answers?: Answers | null;
}

/** An annotation as it was saved, with all that the step changed. */
export interface SavedAnnotation extends SavedStep {
  readonly annotation: Annotation;
}

/**
 * Tags words of an article. Sentences of it that were marked "nothing here" lose that mark, in the same step.
 * What the person has tagged just like that already is not made again. Throws
 * ForbiddenError, InvalidInputError (field `parts`) and WordsMismatchError.
 */
export async function addAnnotation(
  db: Db,
  loaded: LoadedArticle,
  draft: AnnotationDraft,
): Promise<SavedAnnotation> {
  const scope = annotatingScope(loaded);
  const { text } = loaded;
  const parts = verifiedParts(text, draft.parts, draft.seen);
  const known = draft.attributes ? null : await suggestionsAt(db, loaded);
  const plan =
    (id: string) =>
    async (locked: LockedCoding): Promise<Step> => {
      const standing = await locked.standing(hullOf(parts));
      const twin = draft.attributes ? undefined : ownTwin(loaded, standing, draft.tag, parts);
      if (twin) return { action: 'change', changes: [], shown: [creationOf(twin.id, stateOf(twin))] };
      const creation = creationOf(
        id,
        contentOf(loaded, draft, parts, { ...standing, suggestionsAt: known, told: loaded.article.language }),
      );
      return { action: 'change', changes: [...unmarking(loaded, standing, parts), creation] };
    };
  const saved = await underOwnName(loaded.requestKey, (id) => saveStep(db, scope, plan(id)));
  return { ...saved, annotation: madeAnnotation(saved) };
}

/**
 * Makes an annotation under the request's name, so that its page knows it before it is answered; where
 * somebody has one of that name already, under another.
 */
export async function underOwnName(
  requestKey: string | undefined,
  save: (id: string) => Promise<SavedStep>,
): Promise<SavedStep> {
  try {
    return await save(requestKey ?? uuidv7());
  } catch (error) {
    if (!(error instanceof EditConflictError && requestKey)) throw error;
    return save(uuidv7());
  }
}

function madeAnnotation(saved: SavedStep): Annotation {
  const creation = saved.shown.find(({ subject, before }) => subject === 'annotation' && before === null);
  return savedAnnotation(saved, creation?.subjectId ?? '');
}

/**
 * What the person has tagged just like that: to press the same key once more is to come back to it, not to
 * say it twice.
 */
function ownTwin({ member }: LoadedArticle, { annotations }: Standing, tag: Tag, parts: readonly Span[]) {
  const own = annotations.filter(
    (annotation) => annotation.annotatorId === member.annotatorId && annotation.tag === tag,
  );
  return own.find((annotation) => formatParts(annotation.parts) === formatParts(parts));
}

function contentOf(
  { member, text }: LoadedArticle,
  { tag, attributes, answers = null }: AnnotationDraft,
  parts: Span[],
  known: KnownOfText,
) {
  return {
    ...keepFor(tag, attributes ?? readFromText(text, tag, parts, known)),
    answers,
    tag,
    parts,
    text: wordsOf(text.text, parts),
    origin: 'manual' as const,
    annotatorId: member.annotatorId,
  };
}

/** An annotation that a step has saved. */
export function savedAnnotation({ standing }: SavedStep, id: string): Annotation {
  const annotation = standing.annotations.find((one) => one.id === id);
  if (!annotation) throw new NotFoundError('annotation');
  return annotation;
}

/** Parts in stored form, once the text has been found to say there what the person saw. */
export function verifiedParts(article: ArticleText, parts: readonly Span[], seen: string): Span[] {
  const ordered = orderParts(parts, article.text.length);
  refuseCutCharacters(article.text, ordered);
  refuseWordless(article, ordered);
  verifyWords(article, ordered, seen);
  return ordered;
}

/** Changes that take "nothing here", whoever said so, from the sentences that the parts touch. */
export function unmarking({ text }: StepScope, { marks }: Standing, parts: readonly Span[]): Change[] {
  const touched = new Set(sentencesOf({ parts }, text.sentences));
  const gone = marks.filter(({ sentence }) => touched.has(sentence));
  return gone.map((mark) => sentenceMarkChange(text.articleId, mark, 'remove'));
}

import {
  type AnnotationDraft,
  addAnnotation,
  type SavedAnnotation,
} from '../../src/actions/add-annotation.ts';
import { editAnnotation } from '../../src/actions/edit-annotation.ts';
import { type LoadedAnnotation, type LoadedArticle, loadAnnotation } from '../../src/actions/load.ts';
import { orderParts, wordsOf } from '../../src/domain/annotation.ts';
import { type Attributes, keepFor, NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import type { Tag } from '../../src/domain/tag.ts';
import type { Db } from '../../src/store/client.ts';
import type { Span } from '../../src/text/span.ts';
import { placeOf } from './articles.ts';

/** Tags the first place where words stand. */
export function tag(
  db: Db,
  loaded: LoadedArticle,
  words: string,
  more: Partial<AnnotationDraft> = {},
): Promise<SavedAnnotation> {
  return tagParts(db, loaded, [placeOf(loaded.text.text, words)], more);
}

/** Tags parts of the text, having seen what stands there. */
export function tagParts(
  db: Db,
  loaded: LoadedArticle,
  parts: readonly Span[],
  more: Partial<AnnotationDraft> = {},
): Promise<SavedAnnotation> {
  const { text } = loaded.text;
  const seen = wordsOf(text, orderParts(parts, text.length));
  return addAnnotation(db, loaded, { tag: 'claim', parts, seen, attributes: NO_ATTRIBUTES, ...more });
}

/** An annotation as a member of its article's project loads it. */
export function loadedAnnotation(
  db: Db,
  { member }: LoadedArticle,
  { annotation }: Pick<SavedAnnotation, 'annotation'>,
): Promise<LoadedAnnotation> {
  return loadAnnotation(db, member.accountId, annotation.id);
}

/** Changes attributes of an annotation as it stands now. */
export async function change(
  db: Db,
  loaded: LoadedArticle,
  saved: Pick<SavedAnnotation, 'annotation'>,
  attributes: Partial<Attributes>,
  tag?: Tag,
): Promise<SavedAnnotation> {
  const now = await loadedAnnotation(db, loaded, saved);
  const { version } = now.annotation;
  const all = { ...keepFor(now.annotation.tag, now.annotation), ...attributes };
  return editAnnotation(db, now, { version, attributes: all, ...(tag && { tag }) });
}

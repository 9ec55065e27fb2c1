import { finishCoding } from '../../src/actions/finish-coding.ts';
import { type LoadedArticle, loadArticle } from '../../src/actions/load.ts';
import { type Attributes, NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import type { Member } from '../../src/domain/permission.ts';
import { FINAL } from '../../src/domain/sight.ts';
import type { Tag } from '../../src/domain/tag.ts';
import type { Db } from '../../src/store/client.ts';
import { tag } from './annotating.ts';

/** What a coder tags: words, and under which tag with what. */
export interface Tagging {
  readonly words: string;
  readonly tag: Tag;
  readonly attributes?: Partial<Attributes>;
}

/** Codes an article as one of its coders, and finishes it. Gives the annotations' ids in the order of the taggings. */
export async function codeArticle(
  db: Db,
  coder: Member,
  articleId: string,
  taggings: readonly Tagging[],
  { isDone = true }: { readonly isDone?: boolean } = {},
): Promise<string[]> {
  const ids: string[] = [];
  for (const { words, tag: which, attributes } of taggings) {
    const loaded = await loadArticle(db, coder.accountId, articleId);
    const more = attributes ? { attributes: { ...NO_ATTRIBUTES, ...attributes } } : {};
    const { annotation } = await tag(db, loaded, words, { tag: which, ...more });
    ids.push(annotation.id);
  }
  const loaded = await loadArticle(db, coder.accountId, articleId);
  if (isDone) await finishCoding(db, loaded, 'nothing');
  return ids;
}

/** The final coding of an article, as somebody who adjudicates loads it. */
export function loadFinal(db: Db, { accountId }: Member, articleId: string): Promise<LoadedArticle> {
  return loadArticle(db, accountId, articleId, FINAL);
}

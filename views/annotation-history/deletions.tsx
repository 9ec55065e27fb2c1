import type { Article } from '../../src/domain/article.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { shorten } from '../annotations/_entry.tsx';
import { useCodebook } from '../shared/_codebook.tsx';
import { moment } from '../shared/dates.ts';
import { tagClass } from '../shared/tags.ts';

/** An annotation that was deleted. */
export interface DeletedAnnotation {
  readonly id: string;
  readonly tag: Tag;
  readonly text: string;
  readonly deletedAt: Date;
}

export interface DeletionsProps {
  readonly article: Article;
  readonly deleted: readonly DeletedAnnotation[];
  /** Whether there may be more than are listed. */
  readonly isCut: boolean;
}

/** The annotations of an article that were deleted, the latest first, each with the way to its history. */
export function Deletions({ article, deleted, isCut }: DeletionsProps) {
  const codebook = useCodebook();
  return (
    <main id="main" tabIndex={-1}>
      <p>
        <a href={`/articles/${article.id}`} dir="auto">
          {article.title}
        </a>
      </p>
      <h1>{t('annotationHistory.deletedHeading')}</h1>
      {deleted.length === 0 && <p>{t('annotationHistory.deletedNone')}</p>}
      {isCut && <p>{t('annotationHistory.deletedMost', { count: deleted.length })}</p>}
      <ul class="versions">
        {deleted.map(({ id, tag, text, deletedAt }) => (
          <li class={`version ${tagClass(codebook, tag)}`}>
            <a href={`/annotations/${id}/history`}>
              {t('annotation.tagged', { tag: t(`tagName.${tag}`) })}
              <span dir="auto">{shorten(text, 200)}</span>
            </a>{' '}
            <span class="faint">{t('annotationHistory.deletedOn', { when: moment(deletedAt) })}</span>
          </li>
        ))}
      </ul>
    </main>
  );
}

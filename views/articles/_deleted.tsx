import type { Article } from '../../src/domain/article.ts';
import { rich, t } from '../../src/messages/language.ts';

/** Says that an article was deleted, with the way back; or that it is back. */
export function DeletedNotice({ article: { id, title, deletedAt } }: { article: Article }) {
  if (!deletedAt) {
    const link = (words: string) => (
      <a href={`/articles/${id}`} dir="auto">
        {words}
      </a>
    );
    return <p>{rich('articles.back', { link }, { title })}</p>;
  }
  return (
    <>
      <p>{rich('articles.deleted', { title: (words) => <cite dir="auto">{words}</cite> }, { title })}</p>
      <form method="post" action={`/articles/${id}/undo`}>
        <button type="submit">{t('articles.undo')}</button>
      </form>
    </>
  );
}

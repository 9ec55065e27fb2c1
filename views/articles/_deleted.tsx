import type { Article } from '../../src/domain/article.ts';

/** Says that an article was deleted, with the way back; or that it is back. */
export function DeletedNotice({ article: { id, title, deletedAt } }: { article: Article }) {
  if (!deletedAt) {
    return (
      <p>
        <a href={`/articles/${id}`} dir="auto">
          {title}
        </a>{' '}
        is back.
      </p>
    );
  }
  return (
    <>
      <p>
        <cite dir="auto">{title}</cite> was deleted, with its annotations.
      </p>
      <form method="post" action={`/articles/${id}/undo`}>
        <button type="submit">Undo</button>
      </form>
    </>
  );
}

import { rich, t } from '../../src/messages/language.ts';

/** An article that was just finished, with the way back. */
export function FinishedNotice({ id, title }: { id: string; title: string }) {
  const link = (words: string) => (
    <a href={`/articles/${id}`} dir="auto">
      {words}
    </a>
  );
  return (
    <form method="post" action={`/articles/${id}/completion`} class="with-button">
      <p>{rich('work.finished', { link }, { title })}</p>
      <button name="_method" value="DELETE">
        {t('work.reopen')}
      </button>
    </form>
  );
}

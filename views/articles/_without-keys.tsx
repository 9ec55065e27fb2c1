import { t } from '../../src/messages/language.ts';

/** Beside the tags, what others do by single keys: for those who have switched these off. */
export function WithoutKeys({ articleId }: { articleId: string }) {
  const address = `/articles/${articleId}/undo`;
  return (
    <form
      class="without-keys"
      method="post"
      action={address}
      hx-post={address}
      hx-swap="none"
      data-command="undo"
    >
      <button type="button" id="choose-words">
        {t('keyless.chooseWords')}
      </button>
      <button>{t('keyless.undo')}</button>
    </form>
  );
}

import type { Coding } from '../../src/domain/coding.ts';
import { t } from '../../src/messages/language.ts';
import { KeyHint, useShortcuts } from '../shared/_key.tsx';

/** Finishing one's own coding, or opening it again. */
export function Completion({ coding: { articleId, state } }: { coding: Coding }) {
  const address = `/articles/${articleId}/completion`;
  if (state === 'released') {
    return (
      <p class="completion" id="completion">
        <a href="/work">{t('work.wentBack')}</a>
      </p>
    );
  }
  return (
    <form class="completion" id="completion" method="post" action={address}>
      {state === 'done' ? (
        <>
          <span class="finished">{t('work.isDone')}</span>{' '}
          <button name="_method" value="DELETE">
            {t('work.reopen')}
          </button>
        </>
      ) : (
        <button id="finish" aria-keyshortcuts={useShortcuts('finish')}>
          {t('work.finish')} <KeyHint deed="finish" />
        </button>
      )}
    </form>
  );
}

import type { Theme } from '../../src/domain/project.ts';
import { rich, t } from '../../src/messages/language.ts';
import type { BarProps } from './page.tsx';
import { type PlainFiles, PlainPage } from './plain-page.tsx';

export interface ErrorPageProps {
  readonly heading: string;
  readonly sentence: string;
  /** Given where somebody may want to look the failure up in the log. */
  readonly requestId?: string;
  /** The address to try again, where that may help. */
  readonly again?: string;
  readonly files: PlainFiles;
  /** Known where it was found who asks before anything went wrong. */
  readonly place?: BarProps['place'];
  readonly theme?: Theme;
}

/** What a person sees when a page cannot be had. It needs no script, no session and no database. */
export function ErrorPage({ heading, files, place, again, theme = 'system', ...notice }: ErrorPageProps) {
  return (
    <PlainPage files={files} title={heading} theme={theme} place={place} kind="error-page">
      <h1>{heading}</h1>
      <ErrorNotice {...notice} />
      <p class="actions">
        {again !== undefined && (
          <a class="button" href={again}>
            {t('layout.tryAgain')}
          </a>
        )}
        <a class={again === undefined ? 'button' : undefined} href="/">
          {t('layout.toArticles')}
        </a>
        <a href="/help">{t('layout.help')}</a>
      </p>
    </PlainPage>
  );
}

export type ErrorNoticeProps = Pick<ErrorPageProps, 'sentence' | 'requestId'>;

/** The same in one sentence, for the notice of a page that is still there. */
export function ErrorNotice({ sentence, requestId }: ErrorNoticeProps) {
  return (
    <p>
      {sentence}
      {requestId !== undefined && (
        <> {rich('layout.inLog', { code: (words) => <code>{words}</code> }, { id: requestId })}</>
      )}
    </p>
  );
}

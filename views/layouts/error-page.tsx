import type { Theme } from '../../src/domain/project.ts';
import { language, rich, t } from '../../src/messages/language.ts';
import { Bar, type BarProps, colorScheme } from './page.tsx';

export interface ErrorPageProps {
  readonly heading: string;
  readonly sentence: string;
  /** Given where somebody may want to look the failure up in the log. */
  readonly requestId?: string;
  /** The address to try again, where that may help. */
  readonly again?: string;
  readonly stylesheet: string;
  readonly icon: string;
  /** Known where it was found who asks before anything went wrong. */
  readonly place?: BarProps['place'];
  readonly theme?: Theme;
}

/** What a person sees when a page cannot be had. It needs no script, no session and no database. */
export function ErrorPage(props: ErrorPageProps) {
  const { heading, stylesheet, icon, place, again, theme = 'system', ...notice } = props;
  const { code, direction } = language();
  return (
    <html lang={code} dir={direction} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={colorScheme(theme)} />
        <title>{heading} · On Record</title>
        <link rel="icon" href={icon} type="image/svg+xml" />
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body class="form">
        <a class="skip" href="#main">
          {t('layout.skip')}
        </a>
        <Bar place={place} />
        <main id="main" tabIndex={-1} class="error-page">
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
        </main>
      </body>
    </html>
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

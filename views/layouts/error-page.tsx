import { language, rich, t } from '../../src/messages/language.ts';

export interface ErrorPageProps {
  heading: string;
  sentence: string;
  /** Given where somebody may want to look the failure up in the log. */
  requestId?: string;
  stylesheet: string;
}

/** What a person sees when a page cannot be had. It needs no script, no session and no database. */
export function ErrorPage({ heading, sentence, requestId, stylesheet }: ErrorPageProps) {
  return (
    <html lang={language().code} dir={language().direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{heading} · On Record</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body class="form">
        <main>
          <h1>{heading}</h1>
          <ErrorNotice sentence={sentence} {...(requestId === undefined ? {} : { requestId })} />
          <p>
            <a href="/">{t('error.toArticles')}</a>
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
        <> {rich('error.inTheLog', { code: (words) => <code>{words}</code> }, { id: requestId })}</>
      )}
    </p>
  );
}

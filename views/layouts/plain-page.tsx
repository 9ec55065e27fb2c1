import type { ComponentChildren } from 'preact';
import type { Theme } from '../../src/domain/project.ts';
import { language, t } from '../../src/messages/language.ts';
import { Bar, type BarProps, colorScheme } from './page.tsx';

/** The files that a page without a person is drawn with. */
export interface PlainFiles {
  readonly stylesheet: string;
  readonly icon: string;
  /** Absent where the page has nothing for it to do. */
  readonly script?: string;
}

export interface PlainPageProps {
  readonly files: PlainFiles;
  readonly title: string;
  readonly theme?: Theme;
  /** The navigation of who asks; `nobody` where nobody is signed in, so that there is none. */
  readonly place: BarProps['place'] | 'nobody';
  readonly kind?: string;
  readonly children?: ComponentChildren;
}

/** A page for which it need not be known who asks. It works without scripts, and needs no database. */
export function PlainPage({ files, title, theme = 'system', place, kind, children }: PlainPageProps) {
  const { code, direction } = language();
  return (
    <html lang={code} dir={direction} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={colorScheme(theme)} />
        <title>{title} · On Record</title>
        <link rel="icon" href={files.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={files.stylesheet} />
        {files.script && <script type="module" src={files.script} />}
      </head>
      <body class="form">
        <a class="skip" href="#main">
          {t('layout.skip')}
        </a>
        {place === 'nobody' ? <Brand /> : <Bar place={place} />}
        <main id="main" tabIndex={-1} class={kind}>
          {children}
        </main>
      </body>
    </html>
  );
}

function Brand() {
  return (
    <header class="bar">
      <a class="brand" href="/">
        On Record
      </a>
    </header>
  );
}

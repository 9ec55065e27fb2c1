import type { ComponentChildren } from 'preact';
import type { Person, Project, Theme } from '../../src/domain/project.ts';
import { CLIENT_AREAS } from '../../src/messages/catalogue.ts';
import { language, t } from '../../src/messages/language.ts';
import { DefinitionsDialog } from '../codebook/_definitions-dialog.tsx';
import { KeysDialog } from '../help/_keys-dialog.tsx';
import { useKeys } from '../shared/_key.tsx';
import { SIGN_IN_DIALOG } from '../sign-in/new.tsx';
import { ProjectSwitch } from './_project-switch.tsx';
import { addressesOf } from './place.ts';

/** What every page is drawn in; added in one place, `src/web/render.tsx`. */
export interface Frame {
  readonly stylesheet: string;
  readonly script: string;
  readonly icon: string;
  /** The faces that nearly every page is first painted with; those of other scripts are fetched when needed. */
  readonly faces: readonly string[];
  readonly person: Person;
  /** Absent where the person is in none that a page could be of. */
  readonly project: Project | undefined;
  readonly projects: readonly Project[];
  /** Whether the person has signed in, and can sign out. */
  readonly isSignedIn: boolean;
}

export interface PageProps {
  readonly title: string;
  /** Which entry of the navigation this page is. */
  readonly current?: 'articles' | 'work' | 'annotations' | 'comments' | 'projects' | 'help' | 'settings';
  /** Stands in the top bar after the project's name: where the person is, and what can be done there. */
  readonly bar?: ComponentChildren;
  /** Said at the top of the page; a change that succeeded, with its undo. */
  readonly notice?: ComponentChildren;
  /** Layout of the page's body, by its name in the style sheet. */
  readonly kind?: 'desk' | 'form' | 'reading' | 'sheet';
  readonly children?: ComponentChildren;
}

const HTMX = JSON.stringify({
  includeIndicatorCSS: false,
  history: false,
  defaultTimeout: 20_000,
  defaultSettleDelay: 0,
  // The sentence that Tab reaches is the client's to say.
  morphIgnore: ['data-htmx-powered', 'tabindex'],
});

/**
 * To the edges of phones, whose own bars the palette keeps clear of; a keyboard on the screen makes the page
 * shorter.
 */
const VIEWPORT =
  'width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content';

/** The whole document. It works without scripts; they only make it quicker. */
export function Page({
  frame,
  title,
  current,
  bar,
  notice,
  kind = 'desk',
  children,
}: PageProps & { frame: Frame }) {
  const { code, direction } = language();
  const { person } = frame;
  return (
    <html lang={code} dir={direction} data-theme={person.theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content={VIEWPORT} />
        <meta name="color-scheme" content={colorScheme(person.theme)} />
        <meta name="htmx-config" content={HTMX} />
        <title>{title} · On Record</title>
        <link rel="icon" href={frame.icon} type="image/svg+xml" />
        {frame.faces.map((face) => (
          <link rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={face} />
        ))}
        <link rel="stylesheet" href={frame.stylesheet} />
        <Messages />
        <script type="module" src={frame.script} />
      </head>
      <body
        class={kind}
        data-person={person.id}
        data-keys={person.keys ? undefined : 'off'}
        data-card-focus={person.cardFocus ? '' : undefined}
      >
        <a class="skip" href="#main">
          {t('layout.skip')}
        </a>
        <Bar place={frame} current={current}>
          {bar}
        </Bar>
        <div id="notice" role="status">
          {notice}
        </div>
        {children}
        {frame.isSignedIn && <dialog id={SIGN_IN_DIALOG} aria-labelledby={`${SIGN_IN_DIALOG}-heading`} />}
        {kind === 'reading' && (
          <>
            <KeysDialog address={addressesOf(frame)} />
            {frame.project && <DefinitionsDialog project={frame.project} />}
            <KeyData />
          </>
        )}
      </body>
    </html>
  );
}

/** What the browser's own code says, in the language of the page. */
function Messages() {
  const { messages } = language();
  const carried = Object.fromEntries(CLIENT_AREAS.map((area) => [area, messages[area]]));
  // Inside a script element only this sign could end it.
  const json = JSON.stringify(carried).replaceAll('<', '\\u003c');
  return <script type="application/json" id="messages" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** What every key of the page does, for the browser's own code. */
function KeyData() {
  const { keymap } = useKeys();
  const deeds = Object.entries(keymap).flatMap(([deed, keys]) => keys.map((key) => [key, deed]));
  const json = JSON.stringify(Object.fromEntries(deeds)).replaceAll('<', '\\u003c');
  return <script type="application/json" id="keymap" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** What the browser paints before it has read the style sheet. */
export function colorScheme(theme: Theme): string {
  return theme === 'system' ? 'light dark' : theme;
}

export interface BarProps {
  /** Absent on the page of an error that came before it was known who asks. */
  readonly place?: Pick<Frame, 'project' | 'projects' | 'person' | 'isSignedIn'> | undefined;
  readonly current?: PageProps['current'];
  readonly children?: ComponentChildren;
}

/** The top of every page. */
export function Bar({ place, current, children }: BarProps) {
  const address = place ? addressesOf(place) : (path: string) => path;
  const { project, projects = [] } = place ?? {};
  const entry = (name: PageProps['current'], path: string, label: string) => (
    <a href={address(path)} aria-current={current === name ? 'page' : undefined}>
      {label}
    </a>
  );
  return (
    <header class="bar">
      <a class="brand" href={address('/')}>
        On Record
      </a>
      {project && <ProjectSwitch project={project} projects={projects} isShown={place?.isSignedIn} />}
      <nav class="main-nav" aria-label={t('layout.main')}>
        {entry('articles', '/', t('layout.articles'))}
        {project?.way === 'apart' && entry('work', '/work', t('layout.work'))}
        {entry('annotations', '/annotations', t('layout.annotations'))}
        {project && place?.isSignedIn && <CommentsEntry project={project} current={current} />}
        {entry('settings', '/settings', t('layout.settings'))}
        {entry('help', '/help', t('layout.help'))}
      </nav>
      {children}
      {place?.isSignedIn && <Signed person={place.person} />}
    </header>
  );
}

/** Where people talk there is somebody to talk to: nobody alone at their own machine has this. */
function CommentsEntry({ project, current }: { project: Project; current: PageProps['current'] }) {
  return (
    <a
      href={`/projects/${encodeURIComponent(project.slug)}/comments`}
      aria-current={current === 'comments' ? 'page' : undefined}
    >
      {t('comments.heading')}
    </a>
  );
}

/** Who is signed in, and the way out. */
function Signed({ person }: Pick<Frame, 'person'>) {
  return (
    <div class="signed">
      <a href="/account" dir="auto">
        {person.name}
      </a>
      <form method="post" action="/sign-out">
        <button type="submit" class="quiet">
          {t('signIn.out')}
        </button>
      </form>
    </div>
  );
}

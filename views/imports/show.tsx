import type { ComponentChildren } from 'preact';
import { readableDate } from '../articles/_byline.tsx';

/** An import as its page and the list of imports show it. */
export interface ShownImport {
  readonly id: string;
  readonly kind: 'articles' | 'annotations';
  readonly state: 'preview' | 'waiting' | 'done' | 'undone';
  readonly done: number;
  readonly total: number;
  readonly createdAt: Date;
  /** Of its files. */
  readonly names: readonly string[];
}

/** One import: how far it is, or what came of it. */
export function ImportPage({ shown, children }: { shown: ShownImport; children: ComponentChildren }) {
  return (
    <main id="main" tabIndex={-1}>
      <h1 dir="auto">{headingOf(shown)}</h1>
      {children}
    </main>
  );
}

/** What an import is called. */
export function headingOf({ kind, names, createdAt }: ShownImport): string {
  const [first = '', ...others] = names;
  const files = others.length === 0 ? first : `${first} and others`;
  return `${kind === 'articles' ? 'Articles' : 'Annotations'} from ${files}, ${readableDate(createdAt.toISOString())}`;
}

/** How far an import is; looks again by itself where scripts run. */
export function Working({ shown: { id, kind, done, total } }: { shown: ShownImport }) {
  const what = kind === 'articles' ? 'files' : 'articles';
  const label = `${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${what}`;
  return (
    <div
      id="import"
      hx-get={`/imports/${id}`}
      hx-trigger="every 700ms"
      hx-target="#import"
      hx-swap="outerHTML"
    >
      <p>
        <progress class="wide" max={total || 1} value={done} aria-label="Import" /> {label}
      </p>
      <p class="hint">
        The work goes on when you leave this page, and after the program was stopped.{' '}
        <a href={`/imports/${id}`}>Look again</a>
      </p>
    </div>
  );
}

export interface ResultProps {
  readonly shown: ShownImport;
  /** What came of it, each in a few words: `12 articles imported`. */
  readonly sums: readonly string[];
  /** The report. */
  readonly children: ComponentChildren;
}

/** What came of an import, with its undo. */
export function Result({ shown: { id, state }, sums, children }: ResultProps) {
  const isUndone = state === 'undone';
  return (
    <div id="import">
      <p role="status">{isUndone ? 'This import was undone.' : `${sums.join(', ')}.`}</p>
      <form method="post" action={`/imports/${id}/${isUndone ? 'redo' : 'undo'}`}>
        <p class="actions">
          <button type="submit">{isUndone ? 'Import it again' : 'Undo this import'}</button>
          <a href="/imports">All imports</a>
        </p>
      </form>
      {children}
    </div>
  );
}

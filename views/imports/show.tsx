import type { ComponentChildren } from 'preact';
import { t } from '../../src/messages/language.ts';
import { longDay } from '../shared/dates.ts';

const HEADINGS = {
  articles: 'importing.articlesFrom',
  annotations: 'importing.annotationsFrom',
  copy: 'importing.copiedFrom',
  split: 'importing.splitOf',
} as const;

/** An import as its page and the list of imports show it. */
export interface ShownImport {
  readonly id: string;
  readonly kind: keyof typeof HEADINGS;
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
  const files = others.length === 0 ? first : t('importing.andOthers', { file: first });
  const date = longDay(createdAt);
  return t(HEADINGS[kind], { files, date });
}

/** How far an import is; looks again by itself where scripts run. */
export function Working({ shown: { id, kind, done, total } }: { shown: ShownImport }) {
  const label = t(kind === 'articles' ? 'importing.filesDone' : 'importing.articlesDone', { done, total });
  return (
    <div
      id="import"
      hx-get={`/imports/${id}`}
      hx-trigger="every 700ms"
      hx-target="#import"
      hx-swap="outerHTML"
    >
      <p>
        <progress class="wide" max={total || 1} value={done} aria-label={t('importing.importName')} /> {label}
      </p>
      <p class="hint">
        {t('importing.goesOn')} <a href={`/imports/${id}`}>{t('importing.refresh')}</a>
      </p>
    </div>
  );
}

export interface ResultProps {
  readonly shown: ShownImport;
  /** What came of it, each in a few words: `12 articles imported`. */
  readonly sums: readonly string[];
  /** The article to begin with; null where there is none. */
  readonly first: string | null;
  /** The address of all imports. */
  readonly imports: string;
  /** The report. */
  readonly children: ComponentChildren;
}

/** What came of an import, with its undo. */
export function Result({ shown: { id, state }, sums, first, imports, children }: ResultProps) {
  const isUndone = state === 'undone';
  return (
    <div id="import">
      <p role="status">{isUndone ? t('importing.undone') : `${sums.join(', ')}.`}</p>
      <form method="post" action={`/imports/${id}/${isUndone ? 'redo' : 'undo'}`}>
        <p class="actions">
          {first && !isUndone && (
            <a class="button primary" href={`/articles/${first}`}>
              {t('importing.startCoding')}
            </a>
          )}
          <button type="submit">{t(isUndone ? 'importing.redo' : 'importing.undo')}</button>
          <a href={imports}>{t('importing.all')}</a>
        </p>
      </form>
      {children}
    </div>
  );
}

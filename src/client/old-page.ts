import { leaveWhenSaved, readQueueAgain } from './commands.ts';
import { onHtmx } from './htmx.ts';
import { keep, kept } from './tab.ts';

/**
 * A page that Back shows may be older than the work: from the browser's memory, or from its cache. It is then
 * fetched anew, once all is saved.
 */
export function startOldPage(): void {
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) readQueueAgain();
    const isBack = persisted || navigationType() === 'back_forward';
    for (const [article, changed] of shown()) {
      if (isBack && changed < newest(article)) return leaveWhenSaved(location.href);
      // What the server has just sent is the newest, whatever was known: a restored backup is older.
      keepNewest(article, changed);
    }
  });
  onHtmx('htmx:after:swap', () => {
    for (const [article, changed] of shown()) if (changed > newest(article)) keepNewest(article, changed);
  });
}

function navigationType(): string {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming ? entry.type : '';
}

/** The articles that the page shows, each with the time of its last change. */
function shown(): (readonly [article: string, changed: number])[] {
  const places = document.querySelectorAll<HTMLElement>('[data-article][data-changed]');
  return [...places].map(({ dataset }) => [dataset.article ?? '', Number(dataset.changed)] as const);
}

function newest(article: string): number {
  return kept<number>(`changed:${article}`) ?? 0;
}

function keepNewest(article: string, changed: number): void {
  keep(`changed:${article}`, changed);
}

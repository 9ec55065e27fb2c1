import { setCurrent } from './current.ts';
import { placeAt, spanOf, textElement } from './offsets.ts';
import { drawSection } from './sections.ts';
import { currentSentence, goAndShow, goTo } from './sentences.ts';
import { keep, kept } from './tab.ts';

/** Where the person was in an article: a sentence, and where it begins. */
interface Cursor {
  readonly sentence: string;
  readonly start: number;
}

/**
 * Opens an article where the person left it: where its address says, else where this tab was in it, else at
 * their last step, which the server tells.
 */
export function startOpening(): void {
  const text = textElement();
  if (!text) return;
  const name = `cursor:${text.dataset.article}`;
  const cursor = kept<Cursor>(name);
  document.addEventListener('selected', () => {
    const sentence = currentSentence();
    const start = sentence && spanOf(sentence)?.start;
    if (sentence && start != null) keep(name, { sentence: sentence.id, start });
  });
  void open(cursor, text.dataset.last);
}

async function open(cursor: Cursor | null, last: string | undefined): Promise<void> {
  const isAgain = performance
    .getEntriesByType('navigation')
    .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate');
  const hash = location.hash.slice(1);
  if (hash && !(isAgain && cursor)) return openAt(hash);
  if (cursor) await drawSection(placeAt(cursor.start, 'after')?.node.parentElement?.closest('.section'));
  const place = document.getElementById(cursor?.sentence ?? `s${last}`);
  // A key may have been quicker than the part that was to be drawn.
  if (!place || currentSentence()) return;
  goTo(place);
  const { top, bottom } = place.getBoundingClientRect();
  if (!isAgain && (top < 0 || bottom > window.innerHeight)) place.scrollIntoView({ block: 'center' });
}

function openAt(hash: string): void {
  const place = document.getElementById(hash);
  if (place?.matches('.s')) goAndShow(place, false, 'center');
  else if (hash.startsWith('m-')) setCurrent(hash.slice(2), 'go');
}

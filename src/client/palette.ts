import type { Span } from '../text/span.ts';
import { isShown } from '../text/trim.ts';
import { enterCard } from './cards.ts';
import { currentEntry, partsOf } from './current.ts';
import { selectedSpan, selectedWords } from './selection.ts';

/** Shows what is selected, and what can be done with it and with the current annotation. */
export function startPalette(): void {
  const form = document.getElementById('tag-form');
  if (!(form instanceof HTMLFormElement)) return;
  document.addEventListener('selected', () => show(form));
  document.addEventListener('current', () => show(form));
  document.getElementById('open-current')?.addEventListener('click', (event) => {
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    enterCard(currentEntry(), !isTouch);
  });
}

function show(form: HTMLFormElement): void {
  const span = selectedSpan();
  const hasWords = isShown(selectedWords());
  for (const button of form.querySelectorAll('button')) button.disabled = !hasWords;
  const picked = document.getElementById('picked');
  if (picked) picked.textContent = span ? selectedWords() : '';
  showCurrent(currentEntry(), span);
}

/** What can be done with the current annotation: to open it, and to give it words that it does not have. */
function showCurrent(entry: HTMLElement | null, span: Span | null): void {
  const form = document.getElementById('current-form');
  if (!(form instanceof HTMLFormElement)) return;
  const isOpen = entry?.classList.contains('card') ?? false;
  // Without single keys the button is the short way into a card that is open, too.
  const isEntered = isOpen && document.body.dataset.keys !== 'off';
  const isOther =
    span && entry && !partsOf(entry).some(({ start, end }) => start === span.start && end === span.end);
  form.hidden = !entry || (isEntered && !isOther);
  form.dataset.annotation = entry?.dataset.annotation ?? '';
  for (const button of form.querySelectorAll('button'))
    button.hidden = button.type === 'button' ? isEntered : !isOther;
}

import type { Span } from '../text/span.ts';
import { onHtmx } from './htmx.ts';
import { spanOf, textElement } from './offsets.ts';
import { selectedSpan } from './selection.ts';

/** Offers the suggestion at the cursor in the palette: what it would be, why, and the keys to accept or dismiss it. */
export function startSuggestions(): void {
  const form = document.getElementById('suggestion-form');
  if (!(form instanceof HTMLFormElement)) return;
  textElement()?.addEventListener('click', ({ target }) => {
    const clicked = target instanceof Element ? target.closest<HTMLElement>('[data-suggestion]') : null;
    if (clicked) offer(form, clicked.dataset.suggestion ?? '');
  });
  const offerHere = () => offer(form, suggestionAt(selectedSpan()));
  document.addEventListener('selected', offerHere);
  // Pressed twice, the key would judge what has been judged already.
  onHtmx('htmx:before:request', ({ sourceElement }) => {
    if (form.contains(sourceElement)) form.hidden = true;
  });
  onHtmx('htmx:after:swap', offerHere);
}

function offer(form: HTMLFormElement, key: string): void {
  const first = key ? piecesOf(key).find((piece) => piece.dataset.says) : undefined;
  form.hidden = !first;
  const field = form.elements.namedItem('suggestion');
  if (field instanceof HTMLInputElement) field.value = key;
  setWords('suggestion-says', first?.dataset.says ?? '');
  setWords('suggestion-reasons', first?.dataset.reasons ?? '');
}

function setWords(id: string, words: string): void {
  const place = document.getElementById(id);
  if (place) place.textContent = words;
}

function piecesOf(key: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-suggestion="${CSS.escape(key)}"]`)];
}

/** The first suggestion that begins in the selected words, or else touches them. */
function suggestionAt(span: Span | null): string {
  if (!span) return '';
  const near = [...(textElement()?.querySelectorAll<HTMLElement>('.section [data-suggestion]') ?? [])];
  const touching = near.filter((piece) => {
    const own = spanOf(piece);
    return own !== null && own.start < span.end && span.start < own.end;
  });
  const begins = touching.find((piece) => piece.dataset.says && (spanOf(piece)?.start ?? -1) >= span.start);
  return (begins ?? touching[0])?.dataset.suggestion ?? '';
}

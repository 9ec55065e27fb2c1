import type { Span } from '../text/span.ts';
import { currentEntry, openCurrent, partsOf } from './current.ts';
import { htmx, onHtmx } from './htmx.ts';
import { selectedSpan, selectedWords } from './selection.ts';

/** Fills the palette's forms from what is selected, just before they are sent. */
export function startPalette(): void {
  const form = document.getElementById('tag-form');
  if (!(form instanceof HTMLFormElement)) return;
  document.addEventListener('selected', () => show(form));
  document.addEventListener('current', () => show(form));
  document.getElementById('open-current')?.addEventListener('click', openCurrent);
  onHtmx('htmx:config:request', ({ sourceElement, request }) => {
    const source = sourceElement.closest('form');
    if (request.body instanceof FormData && (source === form || source?.id === 'current-form'))
      fill(request.body, source);
  });
}

function show(form: HTMLFormElement): void {
  const span = selectedSpan();
  for (const button of form.querySelectorAll('button')) button.disabled = !span;
  const picked = document.getElementById('picked');
  if (picked) picked.textContent = span ? selectedWords() : '';
  showCurrent(currentEntry(), span);
}

/** What can be done with the current annotation: to open it, and to give it words that it does not have. */
function showCurrent(entry: HTMLElement | null, span: Span | null): void {
  const form = document.getElementById('current-form');
  if (!(form instanceof HTMLFormElement)) return;
  const isOpen = entry?.classList.contains('card') ?? false;
  const isOther =
    span && entry && !partsOf(entry).some(({ start, end }) => start === span.start && end === span.end);
  form.hidden = !entry || (isOpen && !isOther);
  form.setAttribute('hx-post', `/annotations/${entry?.dataset.annotation ?? ''}`);
  for (const button of form.querySelectorAll('button'))
    button.hidden = button.type === 'button' ? isOpen : !isOther;
}

function fill(body: FormData, form: HTMLFormElement): void {
  const span = selectedSpan();
  const parts = span ? `${span.start}-${span.end}` : '';
  body.set('text', selectedWords());
  if (form.id === 'tag-form') {
    body.set('parts', parts);
    body.set('request_key', crypto.randomUUID());
    return;
  }
  for (const name of ['add', 'parts']) if (body.has(name)) body.set(name, parts);
  body.set('version', currentEntry()?.dataset.version ?? '');
}

/** Presses a button of the palette, as its key does. */
export function press(selector: string): void {
  const button = document.querySelector<HTMLButtonElement>(selector);
  if (button && !button.disabled && !button.hidden && !button.closest('form')?.hidden) button.click();
}

/** Changes the current annotation without opening it. */
export function changeCurrent(values: Record<string, string>): void {
  const entry = currentEntry();
  const form = document.getElementById('current-form');
  if (!entry || !form) return;
  const version = versionOf(entry);
  const all = { _method: 'PATCH', version, ...values };
  void htmx.ajax('POST', `/annotations/${entry.dataset.annotation ?? ''}`, {
    source: form,
    values: all,
    swap: 'none',
  });
}

/** An open card holds a newer version than its entry said. */
function versionOf(entry: HTMLElement): string {
  const field = entry.querySelector<HTMLInputElement>('input[name=version]');
  return field?.value ?? entry.dataset.version ?? '';
}

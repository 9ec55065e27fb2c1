import { currentEntry } from './current.ts';
import { htmx, onHtmx } from './htmx.ts';
import { selectedSpan, selectedWords } from './selection.ts';

/** Fills the palette's forms from what is selected, just before they are sent. */
export function startPalette(): void {
  const form = document.getElementById('tag-form');
  if (!(form instanceof HTMLFormElement)) return;
  document.addEventListener('selected', () => show(form));
  document.addEventListener('current', () => show(form));
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
  const entry = currentEntry();
  const adjust = document.getElementById('current-form');
  if (!adjust) return;
  adjust.hidden = !span || !entry;
  adjust.setAttribute('hx-post', `/annotations/${entry?.dataset.annotation ?? ''}`);
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
  if (button && !button.disabled && !button.closest('form')?.hidden) button.click();
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

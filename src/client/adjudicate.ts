import { onHtmx, type RequestContext } from './htmx.ts';
import { say, sayWrong } from './say.ts';

/**
 * Deciding by keys: `1` to `9` take that coder's annotation, with Shift they tick several, `0` none, `e` writes a new one,
 * `Enter` accepts and goes on, `j` and `k` move, `z` takes the last step back.
 */
export function startAdjudicating(): void {
  if (!place() || document.body.dataset.keys === 'off') return;
  document.addEventListener('keydown', act);
  // The answer draws the cases anew; a focus that it has taken comes back.
  onHtmx('htmx:error', sayLost);
  onHtmx('htmx:after:swap', () => {
    if (wanted && !place()?.contains(document.activeElement)) document.getElementById(wanted)?.focus();
  });
}

/** What was sent and not answered can be sent again. */
function sayLost({ target }: RequestContext): void {
  const said = document.getElementById('not-saved');
  if (target !== place() || !said) return;
  said.textContent = said.dataset.says ?? '';
  for (const one of allCases()) delete one.dataset.sent;
}

/** The id of the case where the person is. */
let wanted: string | null = null;

const place = () => document.getElementById('adjudication');
const allCases = () => [...document.querySelectorAll<HTMLElement>('#adjudication [data-case]')];
const isLeft = ({ dataset }: HTMLElement) => dataset.case !== 'decided' && dataset.sent === undefined;

function act(event: KeyboardEvent): void {
  const { target } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (target instanceof HTMLElement && target.matches('input:not([type=checkbox]), select, textarea')) return;
  if (doKey(event)) event.preventDefault();
}

function doKey(event: KeyboardEvent): boolean {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  if (digit === '0' && !event.shiftKey) return press('[name=deed][value=none]');
  if (digit !== undefined && digit !== '0')
    return event.shiftKey ? tick(digit) : press(`[name=take][data-digit="${digit}"]`);
  switch (event.key) {
    case 'j':
    case 'k':
      return move(event.key === 'j' ? 1 : -1);
    case 'e':
      return follow();
    case 'z':
      document.querySelector<HTMLButtonElement>('#adjudication [data-undo-last]')?.click();
      return true;
    case 'Enter':
      return accept(event.target);
    default:
      return false;
  }
}

/** The case that has the focus, else the first that is left to decide. */
function currentCase(): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>('[data-case]');
  return focused ?? document.querySelector<HTMLElement>('[data-case]:target') ?? allCases().find(isLeft);
}

function press(selector: string): boolean {
  const one = currentCase();
  const button = one?.querySelector<HTMLButtonElement>(`form ${selector}`);
  if (!one || !button) return false;
  const again = button.closest('details');
  if (again) again.open = true;
  one.dataset.sent = '';
  button.click();
  goOn(one);
  return true;
}

function tick(digit: string): boolean {
  const box = currentCase()?.querySelector<HTMLInputElement>(`[name=several][data-digit="${digit}"]`);
  box?.click();
  if (box) say(`${box.ariaLabel ?? ''} ${box.checked ? '✓' : '–'}`);
  return Boolean(box);
}

function follow(): boolean {
  const link = currentCase()?.querySelector<HTMLAnchorElement>('a[data-writes]');
  link?.click();
  return Boolean(link);
}

/** Accepts what is ticked, or the one that all agree on or that is there alone; of several that differ one has to be chosen. */
function accept(target: EventTarget | null): boolean {
  // On what can itself be pressed the key is its own.
  if (target instanceof HTMLElement && target.matches('a, button, summary, input')) return false;
  const one = currentCase();
  if (!one) return false;
  if (!isLeft(one)) return goOn(one);
  if (one.querySelector('[name=several]:checked')) return press('[name=deed][value=several]');
  if (one.dataset.accepts !== undefined) return press('[name=take]');
  sayWrong(place()?.dataset.chooseFirst ?? '');
  return true;
}

/** Goes to the next case that is left, from there to the end and then from the beginning. */
function goOn(from: HTMLElement): boolean {
  const all = allCases();
  const at = all.indexOf(from);
  focus([...all.slice(at + 1), ...all.slice(0, at)].find(isLeft) ?? from);
  return true;
}

function move(by: 1 | -1): boolean {
  const all = allCases();
  const current = currentCase();
  const isThere = current?.contains(document.activeElement);
  const at = current ? all.indexOf(current) : -1;
  // The first key shows where one is.
  focus(all[isThere ? at + by : at] ?? current);
  return true;
}

function focus(one: HTMLElement | undefined): void {
  if (!one) return;
  wanted = one.id;
  one.focus();
}

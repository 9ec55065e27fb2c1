import { htmx, onHtmx } from './htmx.ts';
import { t } from './messages.ts';

/** The cell to open once the row that is being saved is there again. */
let next: string | null = null;

/**
 * The table of annotations as a grid: one place in the Tab order, arrows between its cells, and cells that open where
 * they stand.
 */
export function startTable(): void {
  document.addEventListener('click', openClicked);
  document.addEventListener('click', closeClicked);
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || !(event.target instanceof HTMLElement)) return;
    const form = event.target.closest<HTMLFormElement>('.cell-form');
    if (form) editWithKey(form, event);
    else if (event.key === 'Escape')
      event.target.closest('tr')?.querySelector<HTMLElement>('.close')?.click();
    else if (event.target.closest('[data-cells]')) moveWithKey(event.target, event);
  });
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.closest('[data-cells]')) setPlace(target);
  });
  document.addEventListener('change', countPicked);
  onHtmx('htmx:after:swap', drawn);
  drawn();
}

// Opening and closing

function openClicked(event: MouseEvent): void {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[name=open][form]') : null;
  if (!button || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  open(button.value);
}

/** Opens a cell by its name, `id.column`; what is open elsewhere is saved first. */
function open(name: string): void {
  const [id = '', column = ''] = name.split('.');
  const row = document.getElementById(`row-${id}`);
  if (!row) return;
  for (const form of document.querySelectorAll<HTMLFormElement>('.cell-form')) {
    if (row.contains(form)) return save(form, name);
    save(form, null);
  }
  void htmx.ajax('GET', `/annotations/${id}/row?open=${column}`, { target: row, swap: 'outerHTML' });
}

/** A cell's own way to close it; the table stays as it is. */
function closeClicked(event: MouseEvent): void {
  const link =
    event.target instanceof Element ? event.target.closest<HTMLElement>('.cell-form .close') : null;
  const row = link?.closest<HTMLElement>('tr');
  const column = link?.closest('form')?.querySelector<HTMLInputElement>('[name=cell]')?.value ?? '';
  if (!row || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const address = `/annotations/${row.dataset.annotation}/row?focus=${column}`;
  void htmx.ajax('GET', address, { target: row, swap: 'outerHTML' });
}

/** Sends a cell; once it is saved `then` opens, in the same answer where it is a cell of the same row. */
function save(form: HTMLFormElement, then: string | null): void {
  const [id, column = ''] = (then ?? '').split('.');
  const isHere = id === form.closest<HTMLElement>('tr')?.dataset.annotation;
  const field = form.querySelector<HTMLInputElement>('input[name=open]');
  if (field) field.value = isHere ? column : '';
  next = isHere ? null : then;
  form.requestSubmit();
}

function editWithKey(form: HTMLFormElement, event: KeyboardEvent): void {
  const { key, shiftKey, altKey, target } = event;
  const isField = target instanceof HTMLElement && target.matches('input, select, textarea');
  if (key === 'Escape') form.querySelector<HTMLElement>('.close')?.click();
  else if (key === 'Enter' && isField && !shiftKey && !altKey) save(form, null);
  else if (key === 'Tab' && isField) save(form, neighbour(form, shiftKey ? -1 : 1));
  else return;
  event.preventDefault();
}

/** The name of the cell before or behind an open one that can be opened. */
function neighbour(form: HTMLFormElement, direction: 1 | -1): string | null {
  const places = [...document.querySelectorAll<HTMLElement>('[data-cells] :is(.cell, .cell-form)')];
  const beside = places[places.indexOf(form) + direction];
  return beside instanceof HTMLButtonElement ? beside.value : null;
}

/** After each answer: what was asked for has the focus, and one element of the table is in the Tab order. */
function drawn(): void {
  const table = document.querySelector<HTMLElement>('[data-cells]');
  const wanted = document.querySelector<HTMLElement>('tr [aria-invalid=true], tr [data-takes-focus]');
  for (const element of document.querySelectorAll('tr [data-takes-focus]'))
    element.removeAttribute('data-takes-focus');
  if (table) {
    table.role = 'grid';
    keepOnePlace(table);
  }
  const isRefused = wanted?.matches('[aria-invalid=true]') ?? false;
  wanted?.focus();
  if (wanted instanceof HTMLInputElement) wanted.select();
  showAddress();
  countPicked();
  const pageBox = document.getElementById('pick-page');
  if (pageBox) pageBox.hidden = false;
  const following = isRefused ? null : next;
  next = null;
  if (following) open(following);
}

/** The address that the page shows already. */
let shownAddress: string | null = null;

/** A reload, a bookmark and a copied address have the table as it is shown. */
function showAddress(): void {
  const address = document.getElementById('annotations')?.dataset.address ?? null;
  // The page's own says what was done before, too: it stays until the table is asked for anew.
  if (address && shownAddress !== null && address !== shownAddress)
    history.replaceState(history.state, '', address);
  shownAddress = address;
}

// Moving

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

function moveWithKey(from: HTMLElement, event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const cell = from.closest<HTMLTableCellElement>('td, th');
  const row = cell?.closest('tr');
  const isTyping = from.matches('select, textarea, input:not([type=checkbox])');
  if (!step || !cell || !row || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const sign = getComputedStyle(row).direction === 'rtl' ? -1 : 1;
  const rows = [...(row.closest('table')?.rows ?? [])];
  const beside = rows[rows.indexOf(row) + step[0]];
  if (!beside) return;
  const last = beside.cells.length - 1;
  const to = Math.min(last, Math.max(0, cell.cellIndex + step[1] * sign));
  const target = beside.cells[to];
  if (target) placeIn(target).focus();
}

const FOCUSABLE = 'a, button, input, select, textarea';

/** What takes the focus in a cell: what can be done there, or the cell itself. */
function placeIn(cell: HTMLElement): HTMLElement {
  return cell.querySelector<HTMLElement>(FOCUSABLE) ?? cell;
}

/** The one element of the table that Tab reaches, beside what an open form has: the one that had the focus last. */
let place: HTMLElement | null = null;

function setPlace(element: HTMLElement): void {
  if (element.closest('form')) return;
  if (place) place.tabIndex = -1;
  place = element;
  place.tabIndex = 0;
}

/** Rows that were drawn anew come without it. */
function keepOnePlace(table: HTMLElement): void {
  for (const element of table.querySelectorAll<HTMLElement>(`${FOCUSABLE}, td, th`))
    if (!element.closest('form')) element.tabIndex = -1;
  const kept = place?.isConnected ? place : table.querySelector<HTMLElement>('tbody :is(.cell, a)');
  if (kept) setPlace(kept);
}

// Ticking

function countPicked(event?: Event): void {
  const { target } = event ?? {};
  const boxes = [...document.querySelectorAll<HTMLInputElement>('[name=pick]')];
  if (target instanceof HTMLInputElement && target.id === 'pick-page')
    for (const box of boxes) box.checked = target.checked;
  const count = boxes.filter(({ checked }) => checked).length;
  const place = document.getElementById('picked-count');
  if (place) place.textContent = count > 0 ? t('table.selected', { count }) : '';
}

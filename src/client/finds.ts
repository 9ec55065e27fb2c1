import { setCurrent } from './current.ts';
import { partsIn } from './effects.ts';
import { onHtmx } from './htmx.ts';
import { t } from './messages.ts';
import { placeAt, wordsOf } from './offsets.ts';
import { say } from './say.ts';
import { drawSection } from './sections.ts';
import { currentSentence, goTo } from './sentences.ts';

/** Where Enter is to go when what was typed has been found. */
let wanted: 1 | -1 | null = null;

/**
 * Goes to what was found: by its link, or by Enter and Shift+Enter in the field from one to the next. The
 * place found is then the one that keys go on from.
 */
export function startFinds(): void {
  const field = document.getElementById('find');
  if (!(field instanceof HTMLInputElement)) return;
  field.addEventListener('focus', () => field.select());
  field.addEventListener('input', () => {
    wanted = null;
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') goThrough(event, field);
    else if (event.key === 'Escape' && currentLink()) backToText(event);
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('.found a') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void goToLink(link).then(() => currentSentence()?.focus({ preventScroll: true }));
  });
  onHtmx('htmx:after:swap', () => {
    if (wanted === null || !isFound(field)) return;
    goToNext(wanted);
    wanted = null;
  });
}

function goThrough(event: KeyboardEvent, field: HTMLInputElement): void {
  event.preventDefault();
  const direction = event.shiftKey ? -1 : 1;
  if (isFound(field)) return goToNext(direction);
  wanted = direction;
  field.form?.requestSubmit();
}

/** Whether what is shown was found by what the field holds now. */
function isFound(field: HTMLInputElement): boolean {
  const shown = document.querySelector<HTMLElement>('.found');
  return shown !== null && shown.dataset.words === field.value.trim();
}

/** The person has seen what they looked for: they go on from there, and the field keeps its words. */
function backToText(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
  (currentSentence() ?? document.getElementById('main'))?.focus({ preventScroll: true });
}

function links(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.found a')];
}

function currentLink(): HTMLElement | undefined {
  return links().find((link) => link.hasAttribute('aria-current'));
}

function goToNext(direction: 1 | -1): void {
  const all = links();
  const current = currentLink();
  const from = current ? all.indexOf(current) + direction : direction > 0 ? 0 : -1;
  const at = (from + all.length) % Math.max(1, all.length);
  const link = all[at];
  if (!link) return;
  void goToLink(link);
  const words = partsIn(link.dataset.parts ?? '')
    .map(wordsOf)
    .join(' […] ');
  say(t('desk.find', { at: at + 1, of: all.length, words }));
}

async function goToLink(link: HTMLElement): Promise<void> {
  currentLink()?.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'true');
  const { annotation, parts = '' } = link.dataset;
  const start = partsIn(parts)[0]?.start ?? 0;
  const section = () => placeAt(start, 'after')?.node.parentElement?.closest('.section');
  await drawSection(section());
  // Another one may have been gone to while this part was drawn.
  if (!link.hasAttribute('aria-current')) return;
  if (annotation) return setCurrent(annotation, 'go');
  const sentence = placeAt(start, 'after')?.node.parentElement?.closest('.s');
  if (!sentence) return;
  goTo(sentence);
  sentence.scrollIntoView({ block: 'center' });
}

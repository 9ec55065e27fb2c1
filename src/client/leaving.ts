import { commands } from './commands.ts';
import { isTouched } from './fields.ts';

/** What a person types; the rest of a form is chosen again in a moment. */
const TYPED =
  'form[method=post] :is(textarea, input:is([type=text], [type=search], [type=url], :not([type])))';

/** The desk's next page goes on with what waits; only leaving the desk would lose it. */
let isLeavingForTheDesk = false;

/** A form that is sent takes along what was typed. */
let isSending = false;

/** Warns before a page is left with changes that are not saved, or with words that were typed and not sent. */
export function startLeaving(): void {
  window.addEventListener('beforeunload', (event) => {
    const isTyped = document.body.hasAttribute('data-typed');
    const isWaiting = (commands().waiting.length > 0 || isTyped) && !isLeavingForTheDesk;
    if (isWaiting || (!isSending && holdsTyped())) event.preventDefault();
  });
  for (const kind of ['click', 'submit'] as const) document.addEventListener(kind, noteLeaving, true);
  window.addEventListener('submit', ({ target, defaultPrevented }) => {
    isSending = !defaultPrevented && target instanceof HTMLFormElement;
  });
  for (const kind of ['input', 'pageshow'] as const)
    window.addEventListener(kind, () => {
      isSending = false;
    });
}

function noteLeaving({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null;
  const isForm = target instanceof HTMLFormElement && !endsSignIn(target);
  isLeavingForTheDesk = isForm || link?.origin === location.origin;
  setTimeout(() => {
    isLeavingForTheDesk = false;
  });
}

/** Behind it no page of this person's goes on with what waits. */
function endsSignIn(form: HTMLFormElement): boolean {
  return form.getAttribute('action') === '/sign-out';
}

function holdsTyped(): boolean {
  return [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(TYPED)].some(
    (field) => field.value.trim() !== '' && isTouched(field),
  );
}

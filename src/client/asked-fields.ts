import { onHtmx } from './htmx.ts';

/**
 * A project may ask for a field only where another one holds something. Without scripts all fields are there; with them
 * those that are not called for stay out of sight, and keep what they hold.
 */
export function startAskedFields(): void {
  const settle = (event: Event): void => {
    const form = event.target instanceof Element ? event.target.closest('form') : null;
    if (form) settleFields(form);
  };
  document.addEventListener('change', settle);
  document.addEventListener('focusin', settle);
  const settleAll = () => {
    for (const form of document.forms) settleFields(form);
  };
  onHtmx('htmx:after:swap', settleAll);
  settleAll();
}

/** Shows the fields of a form that are called for by what its others hold. */
function settleFields(form: HTMLFormElement): void {
  const sent = new FormData(form);
  for (const field of form.querySelectorAll<HTMLElement>('[data-asked-if]')) {
    const [name = '', wanted = ''] = parted(field.dataset.askedIf ?? '');
    field.hidden = !sent.getAll(name).includes(wanted);
  }
}

function parted(condition: string): [name: string, value: string] {
  const at = condition.indexOf('=');
  return [condition.slice(0, at), condition.slice(at + 1)];
}

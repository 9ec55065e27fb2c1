import { onHtmx } from './htmx.ts';

/** Fields that a person has unfolded, or that are wrong, stay unfolded when an answer draws their card again. */
export function startMore(): void {
  let open: string[] = [];
  onHtmx('htmx:before:swap', () => {
    open = [...document.querySelectorAll('details.more[open]')].map(({ id }) => id);
  });
  onHtmx('htmx:after:swap', () => {
    for (const id of open) unfold(document.getElementById(id));
    for (const wrong of document.querySelectorAll('details.more .wrong:not(:empty)'))
      unfold(wrong.closest('details'));
  });
}

function unfold(fold: Element | null): void {
  if (fold instanceof HTMLDetailsElement) fold.open = true;
}

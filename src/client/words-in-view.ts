import { currentEntry } from './current.ts';
import { onHtmx } from './htmx.ts';

/** Room between an annotation's words and the card over the page, in pixels. */
const ROOM = 12;

/**
 * Where the open card lies over the page, as on a phone, its words are brought above it: the card never covers
 * what it is about.
 */
export function startWordsInView(): void {
  document.addEventListener('current', uncover);
  document.addEventListener('given', () => requestAnimationFrame(uncover));
  onHtmx('htmx:after:swap', uncover);
  // A keyboard on the screen makes the page shorter.
  window.addEventListener('resize', uncover);
  document.querySelector('.to-text')?.addEventListener('click', backToText);
}

let uncovered: string | null = null;

function uncover(): void {
  const card = currentEntry();
  if (!card?.matches('.card') || getComputedStyle(card).position !== 'fixed') {
    uncovered = null;
    return;
  }
  const top = card.getBoundingClientRect().top;
  // Once for each place of a card: after that the page is the reader's to scroll.
  const place = `${card.id} ${Math.round(top)}`;
  const mark = document.getElementById(`m-${card.dataset.annotation}`);
  if (!mark || place === uncovered) return;
  uncovered = place;
  const words = mark.getBoundingClientRect();
  const isTall = words.height > top - 2 * ROOM;
  const below = isTall ? words.top - ROOM : words.bottom - top + ROOM;
  if (words.bottom > top - ROOM || words.top < 0) window.scrollBy({ top: below });
}

/** Back from the list below the text to where the person works in it. */
function backToText(event: Event): void {
  const place = document.querySelector('#text .s[tabindex]');
  if (!place) return;
  event.preventDefault();
  place.scrollIntoView({ block: 'center' });
}

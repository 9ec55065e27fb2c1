/** How long to wait for more before it is said, in ms: keys may come fast. */
const PAUSE = 300;

let deed = '';
let offered = '';
let refusals: string[] = [];
let isPlanned = false;

/** Has screen readers say what was done; of several deeds one after another only the last. */
export function say(words: string): void {
  deed = words;
  plan();
}

/** Has screen readers say what is offered now, behind the deed that led to it; empty words take back what was to be said. */
export function sayOffer(words: string): void {
  offered = words;
  if (words !== '') plan();
}

/** Has screen readers say what was not done, or is in trouble, whatever else is said. */
export function sayWrong(words: string): void {
  if (!refusals.includes(words)) refusals.push(words);
  plan();
}

function plan(): void {
  if (!isPlanned) setTimeout(sayAll, PAUSE);
  isPlanned = true;
}

function sayAll(): void {
  isPlanned = false;
  const words = [...refusals, deed, offered].filter(Boolean).join(' ');
  refusals = [];
  deed = '';
  offered = '';
  // A node of its own: the same words twice are said twice.
  document.getElementById('said')?.replaceChildren(words);
}

/** How long to wait for more before it is said, in ms: keys may come fast. */
const PAUSE = 300;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Has screen readers say what was done. */
export function say(words: string): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const place = document.getElementById('said');
    if (place) place.textContent = words;
  }, PAUSE);
}

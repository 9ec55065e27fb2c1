import { textElement } from './offsets.ts';

/** How long a press may keep an answer waiting, in ms. */
const PATIENCE = 5000;

let released: Promise<void> = Promise.resolve();
let release = () => {};

/** Keeps track of a pointer that goes down in the text: what it drags over must not be drawn anew. */
export function startHeldPointer(): void {
  textElement()?.addEventListener('pointerdown', hold, { capture: true });
  // The click of this press comes in the same task, and belongs to what was pressed.
  for (const end of ['pointerup', 'pointercancel'] as const)
    document.addEventListener(end, () => setTimeout(release));
}

/** Ends when no pointer is held in the text, at the latest after some seconds. */
export function pointerReleased(): Promise<void> {
  return released;
}

function hold(): void {
  release();
  released = new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE);
    release = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** Who types on pauses for less than this, in ms. */
const REST = 700;

let last = Number.NEGATIVE_INFINITY;

/** Notes when keys are pressed. */
export function startKeysRest(): void {
  document.addEventListener(
    'keydown',
    () => {
      last = performance.now();
    },
    true,
  );
}

/** Until nobody types. */
export async function keysRest(): Promise<void> {
  for (let left = rest(); left > 0; left = rest()) await new Promise((done) => setTimeout(done, left));
}

function rest(): number {
  return last + REST - performance.now();
}

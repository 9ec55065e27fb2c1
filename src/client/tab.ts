/** Keeps a value where the next pages of this tab find it. */
export function keep(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch (error) {
    // Storage that is full or switched off: this page still has it, and asks before it is left.
    if (!(error instanceof DOMException)) throw error;
  }
}

/** What a page of this tab has kept under a name; its type is that of what was kept. */
export function kept<Value>(name: string): Value | null {
  const written = readItem(name);
  // Only `keep` writes under the names of this program.
  return written === null ? null : (JSON.parse(written) as Value);
}

function readItem(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}

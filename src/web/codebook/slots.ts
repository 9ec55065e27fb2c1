/** What a form sent, one value a field and all of one name. */
export interface SentParts {
  readonly field: (name: string) => string;
  readonly all: (name: string) => readonly string[];
}

/** What of a codebook is typed in a form: its place in its list, and what its controls are called by. */
interface Slotted {
  readonly slot: string;
  readonly place: string;
}

const NEW_SLOT = /^New(\d{1,3})$/;

/** Whether no version has it yet. */
export function isNew({ slot }: Pick<Slotted, 'slot'>): boolean {
  return NEW_SLOT.test(slot);
}

/** What the next new one is called. */
export function nextSlot(typed: readonly Slotted[]): string {
  const numbers = typed.map(({ slot }) => Number(NEW_SLOT.exec(slot)?.[1] ?? 0));
  return `New${Math.max(0, ...numbers) + 1}`;
}

/** By the places that were asked for. What is moved to a place goes before what moves away from it, to make room. */
export function inOrder<Part extends Slotted>(typed: readonly Part[]): Part[] {
  const placed = typed.map((part, at) => {
    const place = Number(part.place);
    return { part, place: place + Math.sign(place - (at + 1)) / 2 };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ part }) => part);
}

/** The same without one that was about to be added. */
export function withoutNew<Part extends Slotted>(typed: readonly Part[], slot: string): Part[] {
  return typed.filter((part) => part.slot !== slot || !isNew(part));
}

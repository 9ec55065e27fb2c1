import { byKey } from './by-key.ts';
import { type ChordProblem, parseChord, sayChord } from './chord.ts';
import {
  type Chord,
  type ChosenKeys,
  chosenIn,
  DEFAULT_KEYS,
  type Deed,
  deedsIn,
  type Keymap,
  keysFor,
} from './keys.ts';

/** What somebody wrote as the keys of each deed. */
export type TypedKeys = Readonly<Partial<Record<Deed, readonly string[]>>>;

/** Why keys cannot be chosen so: one is no key, or it does something else already. */
export type KeyProblem = {
  /** Which of the deed's keys it is, from zero. */
  readonly place: number;
  readonly written: string;
} & ({ readonly kind: ChordProblem } | { readonly kind: 'taken'; readonly by: Deed });

export interface KeyChoice {
  /** Where there are no problems. */
  readonly chosen: ChosenKeys;
  readonly problems: Readonly<Partial<Record<Deed, KeyProblem>>>;
}

/**
 * Reads the keys that a person wrote for all deeds. A key may do one thing only; where two deeds ask for it,
 * the problem is that of the one whose keys the person has just changed. `usual` says which tags there are.
 */
export function readKeys(typed: TypedKeys, before: Keymap, usual: Keymap = DEFAULT_KEYS): KeyChoice {
  const deeds = deedsIn(usual);
  const read = new Map(deeds.map((deed) => [deed, readDeed(typed[deed] ?? [])] as const));
  const wrong = [...read].flatMap(([deed, { problem }]) => (problem ? [[deed, problem] as const] : []));
  const keymap = byKey(deeds, (deed) => read.get(deed)?.chords ?? []);
  return {
    chosen: chosenIn(keymap, usual),
    problems: Object.fromEntries([...conflicts(keymap, before, typed), ...wrong]),
  };
}

/** Keys as people write them. */
export function writtenKeys(keymap: Keymap): TypedKeys {
  return byKey(deedsIn(keymap), (deed) => keysFor(keymap, deed).map(sayChord));
}

/** The usual keys of the default codebook, as people write them. */
export const USUAL_KEYS = writtenKeys(DEFAULT_KEYS);

/** The usual keys again, of one deed or of all. */
export function withUsualKeys(
  typed: TypedKeys,
  reset: Deed | 'all',
  usual: Keymap = DEFAULT_KEYS,
): TypedKeys {
  const written = writtenKeys(usual);
  return reset === 'all' ? written : { ...typed, [reset]: written[reset] };
}

function readDeed(written: readonly string[]): { chords: Chord[]; problem?: KeyProblem } {
  const chords: Chord[] = [];
  for (const [place, one] of written.entries()) {
    if (one.trim() === '') continue;
    const parsed = parseChord(one);
    if ('problem' in parsed) return { chords, problem: { kind: parsed.problem, place, written: one.trim() } };
    if (!chords.includes(parsed.chord)) chords.push(parsed.chord);
  }
  return { chords };
}

function conflicts(keymap: Keymap, before: Keymap, typed: TypedKeys): [Deed, KeyProblem][] {
  const owners = new Map<Chord, Deed>();
  return deedsIn(keymap).flatMap((deed) =>
    keysFor(keymap, deed).flatMap((key): [Deed, KeyProblem][] => {
      const other = owners.get(key);
      if (other === undefined) {
        owners.set(key, deed);
        return [];
      }
      const [late, early] = keysFor(before, deed).includes(key) ? [other, deed] : [deed, other];
      return [[late, { kind: 'taken', place: placeOf(typed[late] ?? [], key), written: key, by: early }]];
    }),
  );
}

function placeOf(written: readonly string[], key: Chord): number {
  return written.findIndex((one) => {
    const parsed = parseChord(one);
    return 'chord' in parsed && parsed.chord === key;
  });
}

/** The name of the field that one of a deed's keys is written in; its place counts from zero. */
export function keyField(deed: Deed, place: number): string {
  return `${deed}-${place + 1}`;
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { ariaChord, piecesOf, sayChord } from '../../src/domain/chord.ts';
import { type Chord, DEFAULT_KEYS, type Deed, type Keymap, keysFor } from '../../src/domain/keys.ts';

/** What keys do for whoever looks at the page. */
export interface KeysInForce {
  readonly keymap: Keymap;
  /** Whether single keys act; else those alone that act while the text has the focus. */
  readonly areOn: boolean;
}

/** Given by `src/web/render.tsx`. */
export const KeysContext = createContext<KeysInForce>({ keymap: DEFAULT_KEYS, areOn: true });

/** What keys do for whoever looks at the page. */
export function useKeys(): KeysInForce {
  return useContext(KeysContext);
}

/** The key on a button; its words say it to the eye alone, `useShortcuts` to the ear. */
export function KeyHint({ deed }: { deed: Deed }) {
  const [chord] = keysFor(useKeys().keymap, deed);
  return chord === undefined ? null : <kbd aria-hidden="true">{sayChord(chord)}</kbd>;
}

/** All keys of a deed, for `aria-keyshortcuts`. */
export function useShortcuts(deed: Deed): string | undefined {
  const chords = keysFor(useKeys().keymap, deed);
  return chords.length === 0 ? undefined : chords.map(ariaChord).join(' ');
}

/** A key with those that are held with it. */
export function ChordKeys({ chord }: { chord: Chord }) {
  return piecesOf(chord).map((piece, at) => (
    <>
      {at > 0 && '+'}
      <kbd>{sayChord(piece)}</kbd>
    </>
  ));
}

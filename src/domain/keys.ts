import { byKey } from './by-key.ts';
import { BUILT_IN_TAGS, TAG_FACTS, type Tag } from './tag.ts';

/**
 * A key as the reading page names it: held keys first, in the order `Alt+Shift+`, then a letter in lower case, a
 * sign as it is typed, or a key by the name that browsers give it (`ArrowDown`).
 */
export type Chord = string;

/** Most keys that do the same. */
export const KEYS_A_DEED = 2;

const MOVING = {
  nextSentence: ['j', 'ArrowDown'],
  previousSentence: ['k', 'ArrowUp'],
  extendForward: ['Shift+j', 'Shift+ArrowDown'],
  extendBack: ['Shift+k', 'Shift+ArrowUp'],
  nextUncoded: ['.'],
  previousUncoded: [','],
  chooseWords: ['w'],
  find: ['/'],
} as const;

const TAGGING = { nothing: ['n'], add: ['+', 'p'], every: ['o'] } as const;

const ANNOTATION = {
  // Brackets take Option or AltGr on many keyboards.
  nextAnnotation: [']', 'm'],
  previousAnnotation: ['[', 'Shift+m'],
  edit: ['Enter', 'e'],
  delete: ['Delete', 'Backspace'],
  endLater: ['Alt+ArrowRight'],
  endEarlier: ['Alt+ArrowLeft'],
  startLater: ['Alt+Shift+ArrowRight'],
  startEarlier: ['Alt+Shift+ArrowLeft'],
} as const;

const SUGGESTIONS = {
  accept: ['a'],
  dismiss: ['x'],
  nextSuggestion: ['f'],
  previousSuggestion: ['Shift+f'],
} as const;

const HISTORY = { undo: ['z'], redo: ['Shift+z'], finish: ['d'], define: ['i'], help: ['?'] } as const;

/** What keys do that is the same for all tags. */
export type PlainDeed =
  | keyof typeof MOVING
  | keyof typeof TAGGING
  | keyof typeof ANNOTATION
  | keyof typeof SUGGESTIONS
  | keyof typeof HISTORY;

/** One thing that keys do on the reading page: `tag-` and its tag, or a name. */
export type Deed = PlainDeed | TagDeed;

/** Tagging the selection. */
export type TagDeed = `tag-${Tag}`;

/** The keys that do each thing. */
export type Keymap = Readonly<Record<Deed, readonly Chord[]>>;

/** The keys that a person has chosen, for the deeds where they are others than the usual ones. */
export type ChosenKeys = Readonly<Partial<Keymap>>;

/** The deed that tags. */
export function tagDeed(tag: Tag): TagDeed {
  return `tag-${tag}`;
}

/** The tag of a deed that tags. */
export function tagOf(deed: string): Tag | undefined {
  return /^tag-([a-z0-9_]+)$/.exec(deed)?.[1];
}

const TAG_KEYS = Object.fromEntries(
  BUILT_IN_TAGS.map((tag) => [tagDeed(tag), [TAG_FACTS[tag].letter.toLowerCase()]]),
);

const PLAIN_KEYS = { ...MOVING, ...TAGGING, ...ANNOTATION, ...SUGGESTIONS, ...HISTORY };

/** The usual keys, where tags are those of the default codebook. */
export const DEFAULT_KEYS: Keymap = { ...TAG_KEYS, ...PLAIN_KEYS };

/** The keys of a deed; none where the codebook has no such tag. */
export function keysFor(keymap: ChosenKeys, deed: Deed): readonly Chord[] {
  return keymap[deed] ?? [];
}

/** The groups in which it is explained what keys do, in their order. */
export const KEY_GROUPS = ['moving', 'tagging', 'annotation', 'suggestions', 'history'] as const;

/** What the keys of a keymap do, in these groups; tags come in the keymap's order. */
export function deedsByGroup(keymap: Keymap): Readonly<Record<(typeof KEY_GROUPS)[number], readonly Deed[]>> {
  return {
    moving: deedsOf(MOVING),
    tagging: [...deedsOf(keymap).filter(tagOf), ...deedsOf(TAGGING)],
    annotation: deedsOf(ANNOTATION),
    suggestions: deedsOf(SUGGESTIONS),
    history: deedsOf(HISTORY),
  };
}

/** Everything that keys do where tags are as in a keymap, in the order of these groups. */
export function deedsIn(keymap: Keymap): readonly Deed[] {
  return Object.values(deedsByGroup(keymap)).flat();
}

/** Everything that keys do under the default codebook. */
export const DEEDS: readonly Deed[] = deedsIn(DEFAULT_KEYS);

/** What a codebook says of a tag's key. */
interface TagKey {
  readonly key: Tag;
  readonly letter: string;
  readonly isOff: boolean;
}

/** The usual keys where tags have these letters; a tag that is switched off has none. */
export function usualKeys(tags: readonly TagKey[]): Keymap {
  const ofTags = tags.map(({ key, letter, isOff }) => [tagDeed(key), isOff ? [] : [letter.toLowerCase()]]);
  return { ...Object.fromEntries(ofTags), ...PLAIN_KEYS };
}

/** All keys of somebody; what they have chosen themselves goes before the usual key of another deed. */
export function keymapOf(chosen: ChosenKeys, usual: Keymap = DEFAULT_KEYS): Keymap {
  const deeds = deedsIn(usual);
  const taken = new Set(deeds.flatMap((deed) => keysFor(chosen, deed)));
  return byKey(deeds, (deed) => {
    const keys = keysFor(usual, deed);
    return keys.length === 0 ? [] : (chosen[deed] ?? keys.filter((key) => !taken.has(key)));
  });
}

/** What a person has settled about keys. */
interface KeysOfPerson {
  /** Whether single keys act. */
  readonly keys: boolean;
  readonly chosenKeys: ChosenKeys;
}

/** The keys that act for somebody: with single keys off, those alone that act while the text has the focus. */
export function actingKeys({ keys, chosenKeys }: KeysOfPerson, usual: Keymap = DEFAULT_KEYS): Keymap {
  const all = keymapOf(chosenKeys, usual);
  if (keys) return all;
  // Enter then goes from the text to the buttons, whatever it does else.
  const isKept = (chord: Chord) => isNamed(chord) && chord !== 'Enter';
  return byKey(deedsIn(usual), (deed) => keysFor(all, deed).filter(isKept));
}

/** Whether a key has a name, as Enter and the arrows: browsers use these, so they act in the text alone. */
export function isNamed(chord: Chord): boolean {
  return /[A-Z][a-z]+$/.test(chord);
}

/** What of a keymap differs from the usual one. */
export function chosenIn(keymap: Keymap, usual: Keymap = DEFAULT_KEYS): ChosenKeys {
  const isUsual = (deed: Deed) => keysFor(keymap, deed).join(' ') === keysFor(usual, deed).join(' ');
  const chosen = deedsIn(usual).filter((deed) => !isUsual(deed));
  return Object.fromEntries(chosen.map((deed) => [deed, keysFor(keymap, deed)]));
}

/** Chosen keys as they were stored, perhaps by another version: what is not understood is left out. */
export function readChosen(stored: string | null): ChosenKeys {
  const found: unknown = stored === null ? {} : JSON.parse(stored);
  if (typeof found !== 'object' || found === null) return {};
  const entries = Object.entries(found).flatMap(([name, keys]) => {
    const tag = tagOf(name);
    const deed = tag === undefined ? PLAIN_DEEDS.find((known) => known === name) : tagDeed(tag);
    const areKeys = Array.isArray(keys) && keys.every((key) => typeof key === 'string' && key !== '');
    return deed && areKeys ? [[deed, keys.slice(0, KEYS_A_DEED)]] : [];
  });
  return Object.fromEntries(entries);
}

const PLAIN_DEEDS = deedsOf(PLAIN_KEYS);

function deedsOf<Name extends Deed>(table: Readonly<Record<Name, unknown>>): readonly Name[] {
  // An object's keys are those of its type where it is a literal.
  return Object.keys(table) as Name[];
}

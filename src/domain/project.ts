import type { NumberedCodebook } from './codebook/codebook.ts';
import type { ChosenKeys } from './keys.ts';
import type { Way } from './permission.ts';

/** What can become of the work of somebody who deletes their account: it stays without their name, or goes with them. */
export const ON_LEAVING = ['keep', 'take'] as const;

export type OnLeaving = (typeof ON_LEAVING)[number];

/** What a project has stored, as one of these: work that nobody has said anything of stays. */
export function storedOnLeaving(stored: string): OnLeaving {
  return ON_LEAVING.find((known) => known === stored) ?? 'keep';
}

/** A body of articles with its own people and settings. */
export interface Project {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Whether the text engine's suggestions are shown in it. */
  readonly suggestions: boolean;
  /** Whether people make one coding of an article together, or each their own. */
  readonly way: Way;
  /** Whether it is put away: it can be read and not changed. */
  readonly isArchived: boolean;
  /** Apart: whether letters stand for coders where somebody decides between them, unless they ask for names. */
  readonly hidesCoders: boolean;
  /** What becomes of the work of somebody who deletes their account. */
  readonly onLeaving: OnLeaving;
  /** What its tags mean, in the version that holds. */
  readonly codebook: NumberedCodebook;
}

/** What an owner may change of a project. */
export type ProjectSettings = Pick<Project, 'name' | 'suggestions' | 'hidesCoders' | 'onLeaving'>;

/** How pages look: as the person's system does, or always the same. */
export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** Somebody who marks up articles, with the settings that are theirs alone. */
export interface Person {
  readonly id: string;
  /** The annotator's name in exports. */
  readonly name: string;
  /** Whether stray spaces and punctuation at the ends of a selection are trimmed. */
  readonly trimSelections: boolean;
  /** Whether single keys act on the reading page. */
  readonly keys: boolean;
  readonly chosenKeys: ChosenKeys;
  /** Whether an annotation's card takes the focus once it is made; else the text keeps it. */
  readonly cardFocus: boolean;
  readonly theme: Theme;
  readonly suggestions: boolean;
}

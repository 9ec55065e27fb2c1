/** A body of articles with its own people and settings. */
export interface Project {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** Whether the text engine's suggestions are shown in it. */
  readonly suggestions: boolean;
}

/** Somebody who marks up articles, with the settings that are theirs alone. */
export interface Person {
  readonly id: string;
  /** The annotator's name in exports. */
  readonly name: string;
  /** Whether stray spaces and punctuation at the ends of a selection are trimmed. */
  readonly trimSelections: boolean;
  /** Whether single keys act on the reading page. */
  readonly keys: boolean;
  readonly suggestions: boolean;
}

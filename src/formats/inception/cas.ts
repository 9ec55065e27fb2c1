/** A structure of a UIMA CAS: as a rule an annotation over a text. */
export interface CasStructure {
  readonly id: string;
  /** `de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity`. */
  readonly type: string;
  /** The id of the text that it stands over; undefined where it stands over none. */
  readonly sofa: string | undefined;
  /** In UTF-16, end exclusive. */
  readonly begin: number | undefined;
  readonly end: number | undefined;
  /** What it says: words and numbers. */
  readonly values: ReadonlyMap<string, string>;
  /** The ids of the structures that it points to. */
  readonly links: ReadonlyMap<string, readonly string[]>;
}

/** A text of a CAS, which UIMA calls the subject of analysis. */
export interface CasText {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** What a CAS holds. */
export interface Cas {
  readonly texts: readonly CasText[];
  readonly structures: readonly CasStructure[];
}

/** The last step of a type's name. */
export function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

/** Most links of one feature that are said; that there are more is said too. */
export const MOST_LINKS = 200;

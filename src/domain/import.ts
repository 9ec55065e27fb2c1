import type { MessageKey } from '../messages/language.ts';
import { byKey } from './by-key.ts';
import { type LabelChoice, type LabelMapping, parseLabelMapping } from './label-mapping.ts';
import type { Member } from './permission.ts';

/**
 * What is noted of an annotation on its way in, where there is something to say; in the order in which a
 * report lists it, what needs a look first. `unreadable`: the record could not be read. `refused`: not
 * stored, as its words are not in the article. `note`: something of it went into a note. `moved`: stored,
 * though not quite where the file says. `left`: not stored, as chosen. `duplicate`: it was there before.
 */
export const IMPORT_OUTCOMES = ['unreadable', 'refused', 'note', 'moved', 'left', 'duplicate'] as const;

/** A file or step that was begun so often and came to no end is given up: what stops it is in the files. */
export const MAX_TRIES = 3;

/** What is noted of an annotation on its way in. */
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** One line of an import's report. */
export interface ImportLine {
  /** The file and the place in it: `desk.jsonl, line 3`. */
  readonly place: string;
  readonly outcome: ImportOutcome;
  readonly label?: string;
  /** The words it stands on, as the file has them; long ones cut. */
  readonly words?: string;
  /** What was done, or why not, in a sentence. */
  readonly reason: string;
  readonly articleId?: string;
  readonly annotationId?: string;
}

/** Whose the annotations become: the people's whom the file names, or the importing person's. */
export const ANNOTATOR_CHOICES = ['named', 'me'] as const;

/** Whose the annotations become. */
export type AnnotatorChoice = (typeof ANNOTATOR_CHOICES)[number];

/** What a person chose for an import; kept with it as JSON. */
export interface ImportChoices {
  readonly mapping: LabelMapping;
  readonly annotators: AnnotatorChoice;
  /** The article of annotations whose file has no text and names no article that is here. */
  readonly articleId?: string;
}

/** Reads stored choices. Without readable ones labels are left out and annotations are the person's own. */
export function parseImportChoices(kept: unknown): ImportChoices {
  // Any object may be asked for any property; what comes is checked below.
  const { mapping, annotators, articleId } = { ...(typeof kept === 'object' ? kept : {}) } as Record<
    string,
    unknown
  >;
  return {
    mapping: parseLabelMapping(mapping),
    annotators: annotators === 'named' ? 'named' : 'me',
    ...(typeof articleId === 'string' && articleId !== '' && { articleId }),
  };
}

/** The work of importing the documents of one file. */
export interface ImportTask extends ImportChoices {
  readonly importId: string;
  readonly member: Member;
  /** Whether the files hold all there is to say: sentences without a tag hold nothing. */
  readonly isComplete: boolean;
  /** Most UTF-16 code units in a new article. */
  readonly maxArticleLength: number;
  /** Stands before each place in the report. */
  readonly fileName: string;
}

/** What became of one document. */
export interface DocumentOutcome {
  /** The article that its annotations stand in; null where there is none. */
  readonly articleId: string | null;
  /** Whether the article was made, or came back from among the deleted ones, for this document. */
  readonly isNew: boolean;
  /** How many annotations were stored. */
  readonly stored: number;
  /** How many lines of each outcome the report has. */
  readonly lines: Readonly<Record<ImportOutcome, number>>;
}

/** What undoing or redoing an import did. */
export interface ImportUndone {
  /** Annotations taken back, or brought back. */
  readonly removed: number;
  /** Annotations left as they are, since somebody changed them. */
  readonly kept: number;
  /** Articles taken back, or brought back. */
  readonly articles: number;
}

/** No line of any outcome. */
export const NO_LINES: Readonly<Record<ImportOutcome, number>> = byKey(IMPORT_OUTCOMES, () => 0);

/** A label of a file, for the table in which its choice is corrected. */
export interface LabelPreview {
  /** As `labelName` gives it. */
  readonly label: string;
  readonly count: number;
  /** Up to three of the words that it stands on, long ones cut. */
  readonly examples: readonly string[];
  readonly guess: LabelChoice;
}

/** What a file holds, before anything of it is stored. */
export interface AnnotationPreview {
  readonly documents: number;
  readonly annotations: number;
  /** How many sentences they say to hold nothing; absent in previews from before this was counted. */
  readonly marks?: number;
  /** How many of the documents have no text; previews from before this was counted do not say. */
  readonly withoutText?: number;
  readonly unreadable: {
    readonly count: number;
    /** The first few. */
    readonly first: readonly { readonly place: string; readonly reason: string }[];
  };
  /** In the order in which the file first uses them. */
  readonly labels: readonly LabelPreview[];
  /** Names of annotators, in the order in which the file first names them. */
  readonly annotators: readonly string[];
  /** Files whose letters were read by a guess or mended, each with a line to judge it by; absent where none was. */
  readonly readings?: readonly FileReading[];
}

/** The names of the messages of an area. */
type NameIn<Area extends string, Key> = Key extends `${Area}.${infer Name}` ? Name : never;

/** How the letters of a file were read. */
export interface FileReading {
  readonly file: string;
  /** By its name in the WHATWG Encoding Standard. */
  readonly encoding: NameIn<'encodingName', MessageKey>;
  readonly line: string;
}

/** Words that both databases can keep: without U+0000, and lone surrogates as U+FFFD. */
export function storable(words: string): string {
  return words.toWellFormed().replaceAll('\u0000', '');
}

/** Words of at most `most` code points, an ellipsis at the end of those that were longer. */
export function shortened(words: string, most: number): string {
  if (words.length <= most) return words;
  const points = [...words.slice(0, 2 * most + 2)];
  return points.length <= most ? words : `${points.slice(0, most - 1).join('')}…`;
}

/** The name of an annotator in one line of at most 200 code points; empty where the file names nobody. */
export function annotatorName(name: string | undefined): string {
  const line = storable(name ?? '').replaceAll(/\s+/g, ' ');
  return shortened(line.trim(), 200);
}

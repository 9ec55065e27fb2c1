import type { Origin } from '../domain/annotation.ts';
import type { DetailName } from '../domain/article-details.ts';
import type { CodingState } from '../domain/coding.ts';
import type { CodingKind, LinkRecord } from '../domain/record.ts';
import type { Anchor } from '../text/anchor.ts';
import type { IncomingFile } from './incoming-file.ts';
import type { TextReading } from './reading/text-reading.ts';

export type { IncomingFile } from './incoming-file.ts';

/**
 * One annotation as another tool's file, or one of ours, has it. Nothing in it is checked against a text yet.
 */
export interface IncomingAnnotation {
  /** The file's own identifier, where it has one. */
  readonly id?: string | undefined;
  /** Where it stands in the file, for the report: `line 3`, `T4`, `task 12, region 2`. */
  readonly place: string;
  /** The tool's name for what it is; mapped to a tag, or to a note, as the person chooses. */
  readonly label: string;
  /** One for each part; none where it says something about the whole article. */
  readonly anchors: readonly Anchor[];
  /** By the field names of `ATTRIBUTES`, as a form would send them. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** What the file says beside: becomes lines of the note, so that nothing is lost. */
  readonly remarks?: readonly string[];
  /** The annotator's name. */
  readonly annotator?: string | undefined;
  readonly origin?: Origin | undefined;
  /** ISO 8601. */
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
  /** The links that begin at it, to annotations that the file calls by these identifiers. */
  readonly links?: readonly LinkRecord[];
}

/** "Nothing here" on a sentence, as a file of ours has it. Nothing is checked yet. */
export interface IncomingMark {
  /** Where it stands in the file, for the report. */
  readonly place: string;
  /** The sentence. */
  readonly anchor: Anchor;
  /** Its index in the article, from zero, where the file says it; the words decide. */
  readonly sentence?: number | undefined;
  /** The name of the annotator who said so. */
  readonly annotator?: string | undefined;
}

/** What a file of ours says of a coding beside its annotations. */
export interface IncomingCoding {
  readonly kind: CodingKind;
  /** The name of the annotator whose own it is. */
  readonly annotator?: string | undefined;
  /** Absent where the file holds a part of the coding alone. */
  readonly state?: CodingState | undefined;
  readonly marks: readonly IncomingMark[];
}

/** One article of an annotation file with its annotations. */
export interface IncomingDocument {
  /** Where it stands in the file, for the report. */
  readonly place: string;
  /** The article's identifier, where the file is ours. */
  readonly articleId?: string | undefined;
  /** The text that the offsets count over, exactly as the file has it; absent where the file has none. */
  readonly text?: string | undefined;
  /** Why the text is absent and what to do, in a sentence, where the file tells; said if no article is found. */
  readonly whyNoText?: string | undefined;
  /** What the file says of the article, as typed; finds it, and describes it where it is new. */
  readonly details: Readonly<Partial<Record<DetailName, string>>>;
  readonly annotations: readonly IncomingAnnotation[];
  /** Absent where the file says nothing of codings. */
  readonly codings?: readonly IncomingCoding[];
}

/** A way in which annotations come. */
export interface AnnotationReader {
  /** The key of the format, the same as where it is written. */
  readonly key: string;
  /** For a menu and a report: `Label Studio`. */
  readonly name: string;
  /** Whether this is such a file, by what is inside; looks no further than it must. */
  readonly recognises: (file: IncomingFile) => boolean;
  /**
   * The file's documents, one after another, in the file's order. Records that cannot be read at all come as
   * `UnreadableRecord`, so that the rest is not lost. Throws UnreadableFileError where nothing can be.
   */
  readonly read: (file: IncomingFile) => AsyncGenerator<IncomingDocument | UnreadableRecord>;
  /** How the letters of the file are read, where that is a guess or a repair; absent where no reader guesses. */
  readonly readingOf?: (file: IncomingFile) => TextReading | undefined;
}

/** A record of a file that cannot be read; `reason` is one sentence. */
export interface UnreadableRecord {
  readonly place: string;
  readonly reason: string;
}

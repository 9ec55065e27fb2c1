import type { Codebook } from '../domain/codebook/codebook.ts';
import type { ExportSource } from './record.ts';

/** The key that marks JSON records and tasks as ours; its value is the version of what they hold. */
export const OUR_KEY = 'on_record';

/** `raw`: for programs; nothing is added for the sake of spreadsheets. */
export interface WriteOptions {
  readonly raw?: boolean;
}

/** A way in which annotations leave. A format is a folder here and one line in the list of `index.ts`. */
export interface Format {
  /** Names the format on the command line and in addresses: lower-case letters. */
  readonly key: string;
  /** Ends a file's name, without the first dot; no two formats share it. */
  readonly extension: string;
  /** For the Content-Type header. */
  readonly mediaType: string;
  /** For a menu. */
  readonly name: string;
  /** One sentence: what is in it, what it is good for. */
  readonly description: string;
  /** What does not survive, each in a sentence; `docs/formats.md` shows the same. */
  readonly losses: readonly string[];
  /** Writes the source in its order, in chunks of bytes, reading no further ahead than asked. */
  readonly write: (source: ExportSource, options?: WriteOptions) => AsyncGenerator<Uint8Array>;
  /** The document that describes a file of this format, where there is one. */
  readonly companion?: Companion;
}

/** A document that stands beside an exported file and describes it. */
export interface Companion {
  /** What follows the file's whole name: `annotations.csv` + `-metadata.json`. */
  readonly suffix: string;
  readonly mediaType: string;
  /** The document for the file of this name, where tags are those of a codebook. */
  readonly write: (fileName: string, codebook: Codebook) => string;
}

import type { Encoding } from './reading/detect-encoding.ts';

/** A file that somebody hands in. */
export interface IncomingFile {
  /** Its name, with folders inside of an archive; says nothing certain of what is inside. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The encoding that a person has chosen for it; detected where absent. */
  readonly encoding?: Encoding | undefined;
}

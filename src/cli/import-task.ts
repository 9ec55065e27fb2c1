import type { Config } from '../config.ts';
import type { Codebook } from '../domain/codebook/codebook.ts';
import type { AnnotatorChoice } from '../domain/import.ts';
import type { LabelMapping } from '../domain/label-mapping.ts';
import type { Member } from '../domain/permission.ts';
import type { Encoding } from '../import/articles/source.ts';
import type { Database } from '../store/client.ts';
import type { Surroundings } from './command.ts';

/** What the command line asks for. */
export interface ImportArguments {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly project: string | undefined;
  /** What the command line says of labels. */
  readonly labels: LabelMapping;
  readonly annotators: AnnotatorChoice;
  /** Whether the files hold all there is to say: sentences without a tag hold nothing. */
  readonly complete: boolean;
  /** The article of annotations without a text. */
  readonly article: string | undefined;
  /** Of the texts; detected where it is not named. */
  readonly encoding: Encoding | undefined;
}

/** What the parts of an import share. */
export interface CommandImport extends ImportArguments {
  readonly database: Database;
  readonly member: Member;
  readonly codebook: Codebook;
  readonly config: Config;
  readonly surroundings: Surroundings;
}

/** How many of the things named were stored or there already, and how many were refused. */
export interface Tally {
  readonly taken: number;
  readonly refused: number;
}

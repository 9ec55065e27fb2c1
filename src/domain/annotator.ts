import { t } from '../messages/language.ts';

/** A name under which work stands in a project, as somebody may know it. */
export interface Annotator {
  readonly id: string;
  /** The name, or the letter that stands for it. */
  readonly name: string;
  /** Whether it came with files, and a member of the project is called the same. */
  readonly isFromFiles: boolean;
}

/** What an annotator is called where there may be another one of the same name. */
export function sayAnnotator({ name, isFromFiles }: Annotator): string {
  return isFromFiles ? t('annotation.fromFiles', { name }) : name;
}

import type { DetailName } from '../domain/article-details.ts';
import type { IncomingFile } from './incoming.ts';
import type { TextReading } from './reading/text-reading.ts';

/** An article as it was read out of a file or page, before it is normalised and stored. */
export interface FoundArticle {
  /**
   * The words, with the structure written as Markdown writes it: `# ` before headings, `- ` or `1. ` before
   * list items, `> ` before blockquotes, a blank line between blocks.
   */
  readonly text: string;
  /** What the file says of the article outside of its words, as it stands there. */
  readonly details: Readonly<Partial<Record<DetailName, string>>>;
  /** Whether title, byline and date may stand at the top of the words, to be read and left out. */
  readonly hasFrontMatter: boolean;
  /** Whether the words are those of a plain text, in which Markdown may mark some. */
  readonly isPlain?: boolean;
  /** How the bytes were read, where that is a guess or a repair; the file is then kept with the article. */
  readonly reading?: TextReading;
}

/** A kind of file that holds one article. */
export interface ArticleReader {
  /** Media type by which the source is kept. */
  readonly mediaType: string;
  /** For a menu: `Word (.docx)`. */
  readonly name: string;
  /** Endings of file names, without the dot, for a form's `accept`. */
  readonly extensions: readonly string[];
  /** Whether this is such a file, by its first bytes, or by its name where they say nothing. */
  readonly recognises: (file: IncomingFile) => boolean;
  /** Throws UnreadableFileError. `limit` is the most UTF-16 code units that are of use. */
  readonly read: (file: IncomingFile, limit: number) => Promise<FoundArticle>;
  /** Whether the bytes are kept with the article; a plain text is its own source. */
  readonly keepsSource: boolean;
}

import { z } from 'zod';
import { ARTICLE_DETAILS, type DetailName } from '../../domain/article-details.ts';
import type { ExportArticle } from '../../domain/record.ts';

/** The file beside the texts that says what brat has no place for: one line of JSON an article. */
export const ARTICLE_LIST = 'articles.jsonl';

/** What the list says of one article. */
export interface ListedArticle {
  /** The name of its files in the folder of the list, without the ending. */
  readonly file: string;
  readonly id?: string | undefined;
  readonly details: Readonly<Partial<Record<DetailName, string>>>;
}

/** An article's line, with its line end. */
export function articleLine(file: string, article: ExportArticle): string {
  const details = ARTICLE_DETAILS.map(({ name }) => [name, article[name]]);
  return `${JSON.stringify({ file, id: article.id, ...Object.fromEntries(details) })}\n`;
}

const line = z.object({ file: z.string(), id: z.string().optional().catch(undefined) }).loose();

/** The lines that can be read; a list that people have changed costs no annotation. */
export function readArticleList(text: string): ListedArticle[] {
  return text.split('\n').flatMap((written) => {
    const read = line.safeParse(parsedJson(written));
    return read.success ? [listed(read.data)] : [];
  });
}

function listed(found: z.infer<typeof line>): ListedArticle {
  const details: Partial<Record<DetailName, string>> = {};
  for (const { name } of ARTICLE_DETAILS) {
    const value = found[name];
    if (typeof value === 'string') details[name] = value;
  }
  return { file: found.file, id: found.id, details };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

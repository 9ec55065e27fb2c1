import { parseArgs } from 'node:util';
import { type Sight, sightOf } from '../domain/sight.ts';
import { byTag } from '../domain/tag.ts';
import { type ListedArticle, listArticles } from '../store/article-list.ts';
import type { Database } from '../store/client.ts';
import { type Command, EXIT } from './command.ts';
import { ARTICLE_OPTIONS, ARTICLE_USAGE, articleFilterFrom } from './filter-options.ts';
import { counted } from './say-held.ts';
import { atProject, withDatabase } from './with-database.ts';
import { writeOut } from './write-out.ts';

/** Articles read at once. */
const PAGE = 500;

export const command: Command = {
  usage: `[--title WORDS] [--state STATE] [--label LABEL] [--project SLUG] [--json]

Lists the articles of a project by title, one a line: id, title, and how much is coded.

${ARTICLE_USAGE}
  --project SLUG   the project; without it, the first
  --json           a line of JSON an article: id, title, details, counts`,
  async run(args, surroundings) {
    const { values } = parseArgs({
      args,
      options: { ...ARTICLE_OPTIONS, project: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const filter = articleFilterFrom(values);
    return withDatabase(surroundings, async (database) => {
      const { project } = await atProject(database, values.project);
      const write = values.json ? jsonLine : plainLine;
      const lines = linesOf(articlesOf(database, sightOf(project.member), filter), write);
      await writeOut(surroundings.output, lines, surroundings);
      return EXIT.done;
    });
  },
};

async function* articlesOf(
  { db }: Database,
  sight: Sight,
  filter: ReturnType<typeof articleFilterFrom>,
): AsyncGenerator<ListedArticle> {
  for (let page = 1; ; page++) {
    const order = { by: 'title', isDescending: false } as const;
    const { articles } = await listArticles(db, sight, filter, { order, page, pageSize: PAGE, tags: [] });
    yield* articles;
    if (articles.length < PAGE) return;
  }
}

async function* linesOf(articles: AsyncIterable<ListedArticle>, write: (article: ListedArticle) => string) {
  for await (const article of articles) yield `${write(article)}\n`;
}

function plainLine({ id, title, counts: { sentences, coded } }: ListedArticle): string {
  return `${id}  ${title} (${coded} of ${counted(sentences, 'sentence')} coded)`;
}

function jsonLine({ changedAt, counts: { tags, ...counts }, ...article }: ListedArticle): string {
  const { projectId: _, sentenceCount: __, deletedAt: ___, ...shown } = article;
  return JSON.stringify({
    ...shown,
    counts: { ...counts, ...byTag(() => 0), ...tags },
    updatedAt: changedAt,
  });
}

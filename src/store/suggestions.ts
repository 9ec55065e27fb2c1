import type { Suggestion } from '../text/suggest/suggestion.ts';
import type { Db } from './client.ts';

/** What this engine has proposed for an article, or null where it has not looked at it yet. */
export async function findSuggestions(
  db: Db,
  projectId: string,
  articleId: string,
  engine: string,
): Promise<readonly Suggestion[] | null> {
  const row = await db.suggestionSet.findFirst({ where: { articleId, engine, article: { projectId } } });
  // Only saveSuggestions fills this column.
  return row ? (row.suggestions as unknown as Suggestion[]) : null;
}

/** Keeps what an engine proposes for an article, in place of what an older one did. */
export async function saveSuggestions(
  db: Db,
  projectId: string,
  articleId: string,
  engine: string,
  suggestions: readonly Suggestion[],
): Promise<void> {
  const article = await db.article.findFirst({ where: { id: articleId, projectId }, select: { id: true } });
  if (!article) return;
  // Suggestions are plain JSON: numbers, strings, booleans and arrays of them.
  const content = { engine, suggestions: suggestions as unknown as object[] };
  await db.suggestionSet.upsert({ where: { articleId }, create: { articleId, ...content }, update: content });
}

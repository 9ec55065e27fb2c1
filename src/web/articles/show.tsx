import type { RequestHandler } from 'express';
import { ArticleBar, Reading } from '../../../views/articles/show.tsx';
import { type LoadedArticle, loadArticle } from '../../actions/load.ts';
import { articleSuggestions } from '../../actions/suggest.ts';
import type { Db } from '../../store/client.ts';
import { undoState } from '../../store/steps.ts';
import { pathPart, queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { personOf, viewerOf } from '../viewer.ts';
import { drawnSections } from './reading.ts';

/** The reading page; `?at=offset` has the marks drawn around that place of a long article. */
export const showArticle: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const person = await personOf(response);
  const loaded = await loadArticle(db, person.id, pathPart(request, 'id'));
  const { article, text, member } = loaded;
  const viewer = await viewerOf(request, response, member.projectId);
  const sections = await drawnSections(db, loaded, Number(queryOf(request, 'at')) || 0);
  const steps = await undoState(db, member, article.id);
  const suggested = await suggestionState(db, loaded);
  sendPage(response, viewer, {
    title: article.title,
    kind: 'reading',
    bar: <ArticleBar article={article} view="read" {...steps} />,
    notice: queryOf(request, 'duplicate') && <p>This text was here already: this is the article you have.</p>,
    children: (
      <Reading
        article={article}
        text={text}
        sections={sections}
        trimSelections={person.trimSelections}
        suggested={suggested}
        {...steps}
      />
    ),
  });
};

async function suggestionState(db: Db, loaded: LoadedArticle): Promise<'off' | 'waiting' | 'shown'> {
  if (!loaded.wantsSuggestions) return 'off';
  return (await articleSuggestions(db, loaded)) === null ? 'waiting' : 'shown';
}

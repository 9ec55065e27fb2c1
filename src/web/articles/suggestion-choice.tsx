import type { RequestHandler } from 'express';
import { SectionOfText } from '../../../views/articles/_section.tsx';
import { SuggestionTools } from '../../../views/articles/_suggestion-tools.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { chooseSuggestions } from '../../actions/choose-suggestions.ts';
import { SUGGESTED_TAGS } from '../../domain/suggestion.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { offeredIn } from '../viewer.ts';
import { articleFrom } from './load.ts';
import { drawnSections } from './reading.ts';
import { listOrderFrom, suggestionTools } from './suggestion-tools.ts';

/** Switches a kind of suggestions on or off beside the text, for good. */
export const chooseArticleSuggestions: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  const { show, hide, list } = fieldsOf(request);
  // What is switched off in the project stays as the person chose it.
  const { tags, leastSureness } = response.locals.project?.suggestionChoice ?? loaded.suggestionChoice;
  const isOn = (tag: string) => tag === show || (tag !== hide && tags.some((on) => on === tag));
  const suggestionChoice = { tags: SUGGESTED_TAGS.filter(isOn), leastSureness };
  await chooseSuggestions(db, loaded.member, suggestionChoice);
  const order = listOrderFrom(list);
  const address = `/articles/${loaded.article.id}${order ? `?suggestions=${order}` : ''}#suggestions`;
  if (!wantsFragments(request)) return redirect(response, address);
  const chosen = { ...loaded, suggestionChoice: offeredIn(response, suggestionChoice) };
  const sections = await drawnSections(db, chosen, 0);
  // Which parts of a long article a page has drawn, it alone knows.
  if (sections.some(({ markup }) => !markup)) response.set('HX-Refresh', 'true');
  const tools = await suggestionTools(db, chosen, order);
  sendFragments(response, [
    ...sections.map(({ section, markup }) => (
      <Partial target={`#section-${section.index}`} swap="outerMorph">
        <SectionOfText text={loaded.text} section={section} markup={markup} />
      </Partial>
    )),
    ...(tools
      ? [
          <Partial target="#suggestions" swap="outerMorph">
            <SuggestionTools {...tools} />
          </Partial>,
        ]
      : []),
  ]);
};

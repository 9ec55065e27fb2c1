import type { RequestHandler } from 'express';
import { Entries } from '../../../views/articles/_entries.tsx';
import { SectionOfText } from '../../../views/articles/_section.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { NotFoundError } from '../../domain/errors.ts';
import { sectionsOf } from '../../domain/section.ts';
import { pathPart } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { articleFrom } from './load.ts';
import { drawnSection } from './reading.ts';

/** A section of a long article with its marks and its part of the list. */
export const showSection: RequestHandler = async (request, response) => {
  const { db } = response.locals.database;
  const loaded = await articleFrom(request, response);
  const { article, text } = loaded;
  const number = pathPart(request, 'number');
  const sections = sectionsOf(text.blocks, text.text.length);
  const section = /^\d+$/.test(number) ? sections[Number(number)] : undefined;
  if (!section) throw new NotFoundError('part of the article');
  if (!wantsFragments(request)) {
    return redirect(response, `/articles/${article.id}?at=${section.start}#section-${section.index}`);
  }
  const { markup, annotations } = await drawnSection(db, loaded, section);
  sendFragments(response, [
    <Partial target={`#section-${section.index}`} swap="outerHTML">
      <SectionOfText text={text} section={section} markup={markup} />
    </Partial>,
    <Partial target={`#entries-${section.index}`} swap="outerHTML">
      <Entries text={text} section={section} annotations={annotations} />
    </Partial>,
  ]);
};

import type { RequestHandler, Response } from 'express';
import { Entries } from '../../../views/articles/_entries.tsx';
import { SectionOfText } from '../../../views/articles/_section.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { findSentence, type Sought } from '../../actions/find-sentence.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { type Section, sectionAt, sectionsOf } from '../../domain/section.ts';
import { openTalkOn } from '../comments/talk.tsx';
import { pathPart, queryOf } from '../fields.ts';
import { WHOLE } from '../receipt.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { articleFrom } from './load.ts';
import { drawnSection } from './reading.ts';

/** A section of a long article with its marks and its part of the list. */
export const showSection: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const number = pathPart(request, 'number');
  const section = /^\d+$/.test(number) ? sectionsIn(loaded)[Number(number)] : undefined;
  if (!section) throw new NotFoundError('section');
  if (wantsFragments(request)) return sendSection(response, loaded, section);
  redirect(response, `/articles/${loaded.article.id}?at=${section.start}#section-${section.index}`);
};

const SOUGHT = ['uncoded', 'annotation'] as const satisfies readonly Sought[];

/**
 * The section with the next sentence, from the one numbered `after` on, that holds what is sought, or with
 * the one `before`. The header `Sentence` tells its number; without it there is none.
 */
export const findSection: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const { text } = loaded;
  const { db } = response.locals.database;
  const before = numberIn(queryOf(request, 'before'));
  const from = before ?? numberIn(queryOf(request, 'after')) ?? 0;
  const sought = SOUGHT.find((name) => name === queryOf(request, 'with')) ?? 'uncoded';
  const found = await findSentence(db, loaded, from, before === undefined ? 1 : -1, sought);
  if (!wantsFragments(request)) return redirect(response, placeOfSentence(loaded, found ?? from));
  const sentence = text.sentences[found ?? -1];
  const section = sentence && sectionAt(sectionsIn(loaded), sentence.start);
  if (!section) return sendFragments(response, [], 200, WHOLE);
  response.set('Sentence', String(found));
  await sendSection(response, loaded, section);
};

/** The address that opens an article at one of its sentences. */
export function placeOfSentence({ article, text }: LoadedArticle, index: number): string {
  return `/articles/${article.id}?at=${text.sentences[index]?.start ?? 0}#s${index}`;
}

function numberIn(value: string): number | undefined {
  return /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function sectionsIn({ text }: LoadedArticle): Section[] {
  return sectionsOf(text.blocks, text.text.length);
}

async function sendSection(response: Response, loaded: LoadedArticle, section: Section): Promise<void> {
  const { db } = response.locals.database;
  const { markup, annotations, others, links } = await drawnSection(db, loaded, section);
  const talk = (await openTalkOn(db, loaded)).on;
  const fragments = [
    <Partial target={`#section-${section.index}`} swap="outerHTML">
      <SectionOfText text={loaded.text} section={section} markup={markup} />
    </Partial>,
    <Partial target={`#entries-${section.index}`} swap="outerHTML">
      <Entries {...{ section, annotations, others, links, talk }} text={loaded.text} />
    </Partial>,
  ];
  sendFragments(response, fragments, 200, WHOLE);
}

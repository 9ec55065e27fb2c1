import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { ComponentChildren } from 'preact';
import { OccurrencesPage } from '../../../views/occurrences/index.tsx';
import type { LoadedArticle } from '../../actions/load.ts';
import { findEvery, type PlacesInArticle } from '../../actions/tag-occurrences.ts';
import { type Codebook, tagNamedIn } from '../../domain/codebook/codebook.ts';
import { may } from '../../domain/permission.ts';
import type { Tag } from '../../domain/tag.ts';
import { t } from '../../messages/language.ts';
import { articleFrom } from '../articles/load.ts';
import { queryOf } from '../fields.ts';
import { sendPage } from '../render.tsx';
import { stepNotice } from '../steps/notice.tsx';
import { viewerOf } from '../viewer.ts';

/** Every place of words in an article, or in its project, to be tagged at once. */
export const indexOccurrences: RequestHandler = async (request, response) => {
  const loaded = await articleFrom(request, response);
  const asked = askedIn((name) => queryOf(request, name), loaded.codebook);
  await sendOccurrences(request, response, loaded, { ...asked });
};

/** What is looked for, and how it is to be tagged. */
export interface AskedOccurrences {
  readonly words: string;
  readonly matchCase: boolean;
  readonly everywhere: boolean;
  readonly tag: Tag | null;
}

/** Reads what a form or an address asks for. */
export function askedIn(field: (name: string) => string, codebook: Codebook): AskedOccurrences {
  return {
    words: field('words').trim().slice(0, MAX_WORDS),
    matchCase: field('case') === '1',
    everywhere: field('in') === 'project',
    tag: tagNamedIn(codebook, field('tag')) ?? null,
  };
}

/** UTF-16 code units that are looked for. */
const MAX_WORDS = 1000;

/** How the page is shown: which places stay ticked, and what is wrong. */
export interface ShownOccurrences extends AskedOccurrences {
  /** As `article:start-end`; without it all that the tag is not on. */
  readonly ticked?: ReadonlySet<string>;
  readonly problems?: Readonly<Record<string, string>>;
  readonly notice?: ComponentChildren;
  readonly status?: number;
}

/** Answers with the page of places. */
export async function sendOccurrences(
  request: Request,
  response: Response,
  { article, member }: LoadedArticle,
  { ticked, problems = {}, notice, status, ...asked }: ShownOccurrences,
): Promise<void> {
  const viewer = viewerOf(request, response, member.projectId);
  const where = asked.everywhere ? {} : { articleId: article.id };
  const { articles, hasMore } = await findEvery(response.locals.database.db, member, { ...asked, ...where });
  const page = {
    ...asked,
    place: viewer,
    article,
    found: articles,
    hasMore,
    left: leftOut(articles, asked.tag, ticked),
    mayTag: may(member, 'writeCoding'),
    problems,
    formKey: randomUUID(),
  };
  const shown = notice ?? (await stepNotice(request, response, viewer));
  const children = <OccurrencesPage {...page} />;
  sendPage(
    response,
    viewer,
    { title: t('occurrences.heading'), kind: 'desk', notice: shown, children },
    status,
  );
}

/** What is not ticked: what the person has unticked, or has tagged like that already. */
function leftOut(articles: readonly PlacesInArticle[], tag: Tag | null, ticked?: ReadonlySet<string>) {
  const keys = articles.flatMap(({ articleId, places }) =>
    places.map((place) => ({ key: `${articleId}:${place.start}-${place.end}`, place })),
  );
  const isLeft = ticked
    ? ({ key }: (typeof keys)[number]) => !ticked.has(key)
    : ({ place }: (typeof keys)[number]) => tag !== null && place.tagged.includes(tag);
  return new Set(keys.filter(isLeft).map(({ key }) => key));
}

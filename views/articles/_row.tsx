import type { Article, Counts } from '../../src/domain/article.ts';
import { stateOfArticle } from '../../src/domain/article-filter.ts';
import { readLabels } from '../../src/domain/labels.ts';
import { countOf } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { placesOfWords } from '../../src/text/passage.ts';
import type { Span } from '../../src/text/span.ts';
import { inProject, type Place } from '../layouts/place.ts';
import { useTags } from '../shared/_codebook.tsx';
import { Count } from '../shared/_count.tsx';
import { Marked } from '../shared/_marked.tsx';
import { publishedDay, shortDay } from '../shared/dates.ts';

/** Where words that were looked for stand in an article. */
export interface FoundPassage {
  /** Index of the sentence, and where it begins in the article. */
  readonly sentence: number;
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Span[];
}

/** An article with what is made of it. */
export interface ListedArticle extends Article {
  readonly counts: Counts;
  readonly changedAt: Date;
}

/** An article in the list. */
export function ArticleRow({
  place,
  article,
  passage,
  words,
}: {
  place: Place;
  article: ListedArticle;
  passage: FoundPassage | undefined;
  /** What was looked for. */
  words: string;
}) {
  const { id, title, counts, changedAt } = article;
  return (
    <tr>
      <td class="tick">
        <input type="checkbox" name="article" value={id} aria-label={t('articles.tick', { title })} />
      </td>
      <th scope="row">
        <a href={`/articles/${id}`} dir="auto">
          <Marked text={title} marks={placesOfWords(title, words.split(/\s+/))} />
        </a>
        <Details place={place} article={article} />
        {passage && <Passage articleId={id} passage={passage} />}
      </th>
      {useTags().map((tag) => (
        <td class="number">
          <Count count={countOf(counts.tags, tag)} />
        </td>
      ))}
      <td class="numbers coded">
        <Progress article={article} />
      </td>
      <td class="edited">
        <time datetime={changedAt.toISOString()}>{shortDay(changedAt)}</time>
      </td>
    </tr>
  );
}

function Details({
  place,
  article: { publication, published, labels },
}: Pick<Parameters<typeof ArticleRow>[0], 'place' | 'article'>) {
  return (
    <span class="faint">
      {publication && <span dir="auto">{publication}</span>}
      {published && <time datetime={published}>{publishedDay(published)}</time>}
      {readLabels(labels ?? '').map((label) => (
        <a class="label" href={inProject(place, `/?${new URLSearchParams({ label })}`)} dir="auto">
          {label}
        </a>
      ))}
    </span>
  );
}

/** A sentence with the words that were looked for; leads to its place in the article. */
function Passage({ articleId, passage }: { articleId: string; passage: FoundPassage }) {
  const { sentence, start, text, marks } = passage;
  const part = aroundFirst(text, marks);
  return (
    <a class="passage" href={`/articles/${articleId}?at=${start}#s${sentence}`} dir="auto">
      <Marked {...part} />
    </a>
  );
}

/** Most UTF-16 code units of a passage, and how many of them stand before the first word found. */
const MAX_PASSAGE = 220;
const BEFORE = 80;

/** A long sentence cut at blanks around the first of its marks. */
function aroundFirst(text: string, marks: readonly Span[]): { text: string; marks: readonly Span[] } {
  if (text.length <= MAX_PASSAGE) return { text, marks };
  const first = marks[0]?.start ?? 0;
  const from = first <= BEFORE ? 0 : text.indexOf(' ', first - BEFORE) + 1;
  const space = text.lastIndexOf(' ', from + MAX_PASSAGE);
  const to = from + MAX_PASSAGE >= text.length ? text.length : space > first ? space : text.length;
  const [before, after] = [from > 0 ? '… ' : '', to < text.length ? ' …' : ''];
  const shift = before.length - from;
  const kept = marks.filter(({ start, end }) => start >= from && end <= to);
  return {
    text: `${before}${text.slice(from, to)}${after}`,
    marks: kept.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  };
}

/** How far the article is, in words, with the way on where it is begun. */
function Progress({ article: { id, title, counts } }: { article: ListedArticle }) {
  const state = stateOfArticle(counts);
  if (state === 'not-begun') return <span class="faint">{t('articles.not-begun')}</span>;
  if (state === 'done') return <span class="finished">{t('articles.done')}</span>;
  return (
    <>
      <span>{t('articles.codedOf', { coded: counts.coded, sentences: counts.sentences })}</span>{' '}
      <progress
        value={counts.coded}
        max={counts.sentences}
        aria-label={t('articles.codedOfArticle', { title })}
      />{' '}
      <a
        class="continue"
        href={`/articles/${id}?at=continue`}
        aria-label={t('articles.continueWith', { title })}
      >
        {t('articles.continue')}
      </a>
    </>
  );
}

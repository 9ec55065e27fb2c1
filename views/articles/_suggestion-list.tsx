import type { ComponentChildren } from 'preact';
import type { Tag } from '../../src/domain/tag.ts';
import { inWords, t } from '../../src/messages/language.ts';
import { TagLetter } from '../annotations/_entry.tsx';

/** What may be listed: everything where it stands, or an article's claims by what they are worth checking. */
export type ListOrder = 'place' | 'score';

/** A line of the list. */
export interface ListedSuggestion {
  /** Its name, where it is a suggestion; absent where it is a claim that somebody has tagged. */
  readonly key?: string;
  readonly annotationId?: string;
  readonly tag: Tag;
  readonly words: string;
  /** What would be filled in, or is. */
  readonly says: string;
  /** Offset at which it begins, and the number of its sentence where it is in one. */
  readonly start: number;
  readonly sentence: number | null;
  /** Of claims in the order of their scores. */
  readonly score?: number | null;
}

export interface ListedSuggestions {
  readonly order: ListOrder;
  readonly lines: readonly ListedSuggestion[];
  /** How many follow that are not listed. */
  readonly more: number;
}

interface SuggestionListProps {
  readonly articleId: string;
  readonly list: ListedSuggestions;
}

/** The suggestions of an article; each can be accepted and dismissed where it stands. */
export function SuggestionList({ articleId, list }: SuggestionListProps) {
  const { order, lines, more } = list;
  const accept = `/articles/${articleId}/acceptances`;
  return (
    <>
      <p class="order">
        {t('suggestions.inOrder')}{' '}
        <OrderLink articleId={articleId} order="place" current={order}>
          {t('suggestions.byPlace')}
        </OrderLink>{' '}
        <OrderLink articleId={articleId} order="score" current={order}>
          {t('suggestions.byWorth')}
        </OrderLink>
      </p>
      {lines.length === 0 && (
        <p class="faint">{order === 'score' ? t('suggestions.nothingRanked') : t('suggestions.none')}</p>
      )}
      <form method="post" action={accept} hx-post={accept} hx-swap="none" data-command="accept">
        <input type="hidden" name="list" value={order} />
        <ol>
          {lines.map((line) => (
            <Line articleId={articleId} line={line} />
          ))}
        </ol>
      </form>
      {more > 0 && <p class="faint">{t('suggestions.more', { count: more })}</p>}
    </>
  );
}

interface OrderLinkProps {
  readonly articleId: string;
  readonly order: ListOrder;
  readonly current: ListOrder;
  readonly children: ComponentChildren;
}

function OrderLink({ articleId, order, current, children }: OrderLinkProps) {
  return (
    <a
      id={`order-${order}`}
      href={`/articles/${articleId}?suggestions=${order}#suggestions`}
      hx-get={`/articles/${articleId}/suggestions?order=${order}`}
      hx-target="#suggestions"
      hx-swap="outerMorph"
      aria-current={order === current ? 'true' : undefined}
    >
      {children}
    </a>
  );
}

function Line({ articleId, line }: { articleId: string; line: ListedSuggestion }) {
  const { key, annotationId, tag, words, says, start, sentence, score } = line;
  const place = `/articles/${articleId}?at=${start}${sentence === null ? '' : `#s${sentence}`}`;
  return (
    <li id={`listed-${key ?? annotationId}`} data-listed={key}>
      <a class="go" href={place}>
        {score !== undefined && <Score score={score} />}
        <TagLetter tag={tag} />
        <span class="words" dir="auto">
          {words}
        </span>
        <small>{says}</small>
      </a>
      {key !== undefined && <Judge articleId={articleId} name={key} words={words} />}
    </li>
  );
}

function Score({ score }: { score: number | null }) {
  if (score === null) return <span class="score faint">{t('suggestions.unscored')}</span>;
  return <span class="score numbers">{inWords(Math.round(score * 100) / 100)}</span>;
}

function Judge({ articleId, name, words }: { articleId: string; name: string; words: string }) {
  return (
    <span class="judge">
      <button
        class="quiet"
        name="suggestion"
        value={name}
        aria-label={t('suggestions.acceptThis', { words })}
      >
        {t('suggestions.accept')}
      </button>
      <button
        class="quiet"
        name="suggestion"
        value={name}
        formaction={`/articles/${articleId}/dismissals`}
        data-command="dismiss"
        aria-label={t('suggestions.dismissThis', { words })}
      >
        {t('suggestions.dismiss')}
      </button>
    </span>
  );
}

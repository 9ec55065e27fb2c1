import type { VNode } from 'preact';
import type { SuggestionChoice } from '../../src/domain/suggestion.ts';
import { SUGGESTED_TAGS } from '../../src/domain/suggestion.ts';
import { countOf, type Tag, type TagCounts } from '../../src/domain/tag.ts';
import { inWords, rich, t } from '../../src/messages/language.ts';
import { useCodebook, useOfferedTags } from '../shared/_codebook.tsx';
import { tagClass } from '../shared/tags.ts';
import { type ListedSuggestions, SuggestionList } from './_suggestion-list.tsx';

export interface SuggestionToolsProps {
  readonly articleId: string;
  readonly choice: SuggestionChoice;
  /** Open ones that the engine is sure enough of, of each tag, switched on or off. */
  readonly counts: TagCounts;
  /** Open ones of the tags that are on, of which it is not sure enough for this person. */
  readonly hidden: number;
  /** Whether the article is in a language that the engine knows by its marks alone. */
  readonly onlyMarks: boolean;
  /** Absent where the list is closed. */
  readonly list?: ListedSuggestions | undefined;
}

/** While those of a long article are being worked out. */
export function SuggestionsWaiting({ articleId }: { articleId: string }) {
  const address = `/articles/${articleId}/suggestions`;
  return (
    <p class="faint" id="suggestions" hx-get={address} hx-trigger="every 1s" hx-swap="outerHTML">
      {t('suggestions.working')}
    </p>
  );
}

/**
 * The page is not drawn anew under its reader's hands: they say when. Parts that they come to have them
 * already.
 */
export function SuggestionsReady({ articleId }: { articleId: string }) {
  return (
    <p class="faint" id="suggestions" role="status">
      {t('suggestions.ready')} <a href={`/articles/${articleId}`}>{t('suggestions.show')}</a>
    </p>
  );
}

/**
 * How many suggestions of each kind there are, which switches the kind on and off, and their list. Drawn anew
 * when the page's changes are saved: the client says `stale`.
 */
export function SuggestionTools(props: SuggestionToolsProps) {
  const { articleId, list } = props;
  const address = `/articles/${articleId}/suggestions?order=${list?.order ?? ''}`;
  return (
    <section
      class="suggestions"
      id="suggestions"
      aria-labelledby="suggestions-heading"
      hx-get={address}
      hx-trigger="stale"
      hx-swap="outerMorph"
    >
      <div class="panel-head">
        <h2 id="suggestions-heading">{t('suggestions.heading')}</h2>
        <Kinds {...props} />
        <ListLink articleId={articleId} isOpen={list !== undefined} />
      </div>
      {props.onlyMarks && <p class="faint">{t('suggestions.onlyMarks')}</p>}
      {list && <SuggestionList articleId={articleId} list={list} />}
      {list && <AcceptAll {...props} />}
      {(list || !showsAny(props)) && <Hidden hidden={props.hidden} />}
    </section>
  );
}

/** Where nothing is shown, the reader is told why even with the list closed. */
function showsAny({ choice, counts }: SuggestionToolsProps): boolean {
  return choice.tags.some((tag) => countOf(counts, tag) > 0);
}

function useSuggestedTags(): readonly Tag[] {
  return useOfferedTags().filter((tag) => SUGGESTED_TAGS.some((suggested) => suggested === tag));
}

/** A button for each kind; pressed, it is shown. */
function Kinds({ articleId, choice, counts, list }: SuggestionToolsProps) {
  const codebook = useCodebook();
  const tags = useSuggestedTags();
  const address = `/articles/${articleId}/suggestion-choice`;
  return (
    <form class="kinds" method="post" action={address} hx-post={address} hx-swap="none">
      <input type="hidden" name="list" value={list?.order ?? ''} />
      <fieldset>
        <legend class="hidden-words">{t('suggestions.kinds')}</legend>
        {tags.map((tag) => {
          const isOn = choice.tags.includes(tag);
          return (
            <button
              class={`quiet ${tagClass(codebook, tag)}`}
              name={isOn ? 'hide' : 'show'}
              value={tag}
              id={`kind-${tag}`}
              aria-pressed={isOn ? 'true' : 'false'}
            >
              {t(`tagNames.${tag}`)} <span class="numbers">{inWords(countOf(counts, tag))}</span>
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}

function ListLink({ articleId, isOpen }: { articleId: string; isOpen: boolean }) {
  const order = isOpen ? '' : 'place';
  return (
    <a
      id="suggestions-list-link"
      href={`/articles/${articleId}${isOpen ? '' : '?suggestions=place'}#suggestions`}
      hx-get={`/articles/${articleId}/suggestions?order=${order}`}
      hx-target="#suggestions"
      hx-swap="outerMorph"
    >
      {isOpen ? t('suggestions.closeList') : t('suggestions.list')}
    </a>
  );
}

/** Accepts all of a kind that are shown, in one step; each button says how many that is. */
function AcceptAll({ articleId, choice, counts }: SuggestionToolsProps) {
  const address = `/articles/${articleId}/acceptances`;
  const shown = useSuggestedTags().filter((tag) => choice.tags.includes(tag) && countOf(counts, tag) > 0);
  if (shown.length === 0) return null;
  return (
    <form
      class="accept-all"
      method="post"
      action={address}
      hx-post={address}
      hx-swap="none"
      data-command="accept-all"
    >
      {shown.map((tag) => (
        <button name="tag" value={tag}>
          {t('suggestions.acceptAll', { what: amount(tag, countOf(counts, tag)) })}
        </button>
      ))}
    </form>
  );
}

function Hidden({ hidden }: { hidden: number }) {
  if (hidden === 0) return null;
  const link = (words: string) => <a href="/settings#suggestion-choice">{words}</a>;
  return <p class="faint">{rich('suggestions.hidden', { link }, { count: hidden })}</p>;
}

/** What accepting all of a kind has done, with the way back. */
export function AcceptedNotice({
  articleId,
  tag,
  count,
}: {
  articleId: string;
  tag: Tag;
  count: number;
}): VNode {
  if (count === 0) return <p>{t('change.noSuggestions')}</p>;
  const address = `/articles/${articleId}/undo`;
  return (
    <form method="post" action={address} hx-post={address} hx-swap="none" data-command="undo">
      <p>
        {t('suggestions.accepted', { what: amount(tag, count) })} <button>{t('suggestions.undo')}</button>
      </p>
    </form>
  );
}

function amount(tag: Tag, count: number): string {
  return t(`tagCount.${tag}`, { count });
}

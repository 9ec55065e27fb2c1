import { SUGGESTED_TAGS } from '../../src/domain/suggestion.ts';
import { capitalised, listed, severalOf, TAGS } from '../../src/domain/tag.ts';

const LEAST = [
  ['0.9', 'very sure'],
  ['0.8', 'sure'],
  ['0.5', 'fairly sure'],
] as const;

const OFFERED = TAGS.filter((tag) => SUGGESTED_TAGS.includes(tag));

/** Accepts many suggestions in one step; says so while those of a long article are still being worked out. */
export function SuggestionTools({ articleId, isWaiting }: { articleId: string; isWaiting: boolean }) {
  if (isWaiting) {
    return (
      <p
        class="faint"
        hx-get={`/articles/${articleId}/suggestions`}
        hx-trigger="every 1s"
        hx-swap="outerHTML"
      >
        Looking for {listed(SUGGESTED_TAGS.map(severalOf))} …
      </p>
    );
  }
  const address = `/articles/${articleId}/acceptances`;
  return (
    <details class="suggestion-tools">
      <summary>Suggestions</summary>
      <form method="post" action={address} hx-post={address} hx-swap="none" data-command="accept-all">
        <label>
          Accept all{' '}
          <select name="tag">
            {OFFERED.map((tag) => (
              <option value={tag}>{severalOf(tag)}</option>
            ))}
          </select>
        </label>
        <label>
          at least{' '}
          <select name="least">
            {LEAST.map(([value, words]) => (
              <option value={value}>
                {words} ({value})
              </option>
            ))}
          </select>
        </label>
        <button>Accept</button>
      </form>
    </details>
  );
}

/**
 * The page is not drawn anew under its reader's hands: they say when. Parts that they come to have them
 * already.
 */
export function SuggestionsReady({ articleId }: { articleId: string }) {
  return (
    <p class="faint" role="status">
      {capitalised(listed(SUGGESTED_TAGS.map(severalOf)))} have been found.{' '}
      <a href={`/articles/${articleId}`}>Show them</a>
    </p>
  );
}

import { TAG_FACTS, TAGS } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { tagClass } from '../shared/tags.ts';

/** Always in reach: what is selected, and what it can be tagged as, with the key on each button. */
export function Palette({ articleId }: { articleId: string }) {
  const address = `/articles/${articleId}/annotations`;
  return (
    <section class="palette" aria-label="Tag the selection">
      <form id="tag-form" method="post" action={address} hx-post={address} hx-swap="none" data-command="tag">
        <input type="hidden" name="parts" />
        <input type="hidden" name="text" />
        {TAGS.map((tag) => (
          <button
            class={tagClass(tag)}
            name="tag"
            value={tag}
            aria-keyshortcuts={TAG_FACTS[tag].letter}
            disabled
          >
            {TAG_FACTS[tag].name} <kbd aria-hidden="true">{TAG_FACTS[tag].letter}</kbd>
          </button>
        ))}
        <button
          name="nothing"
          value="1"
          formaction={`/articles/${articleId}/sentence-marks`}
          hx-post={`/articles/${articleId}/sentence-marks`}
          hx-swap="none"
          data-command="nothing"
          aria-keyshortcuts="N"
          disabled
        >
          Nothing here <kbd aria-hidden="true">N</kbd>
        </button>
      </form>
      <form id="current-form" method="post" hx-post="" hx-swap="none" data-command="place" hidden>
        <button type="button" id="open-current" aria-keyshortcuts="Enter">
          Edit <kbd aria-hidden="true">Enter</kbd>
        </button>
        <button name="add" aria-keyshortcuts="+">
          Add to it <kbd aria-hidden="true">+</kbd>
        </button>
        <button name="parts">Move it here</button>
      </form>
      <a id="every" class="button" href={`/articles/${articleId}/occurrences`} aria-keyshortcuts="O" hidden>
        {t('occurrences.every')} <kbd aria-hidden="true">O</kbd>
      </a>
      <SuggestionForm articleId={articleId} />
      <p class="picked" id="picked" dir="auto" />
      <p class="saved" id="save-state" role="status" />
      <button type="button" id="try-again" hidden>
        Try again
      </button>
      <button type="button" id="discard" hidden>
        Discard
      </button>
      <p class="hidden-words" id="said" role="status" />
    </section>
  );
}

/** What the text engine proposes at the cursor. */
function SuggestionForm({ articleId }: { articleId: string }) {
  const address = (noun: string) => `/articles/${articleId}/${noun}`;
  return (
    <form id="suggestion-form" method="post" action={address('acceptances')} data-command="accept" hidden>
      <input type="hidden" name="suggestion" />
      <p class="suggestion">
        <span role="status">
          <span class="hidden-words">Suggested: </span>
          <span id="suggestion-says" />
        </span>{' '}
        <span id="suggestion-reasons" class="faint" />
      </p>
      <button
        name="judge"
        value="accept"
        hx-post={address('acceptances')}
        hx-swap="none"
        aria-keyshortcuts="A"
      >
        Accept <kbd aria-hidden="true">A</kbd>
      </button>
      <button
        name="judge"
        value="dismiss"
        formaction={address('dismissals')}
        hx-post={address('dismissals')}
        hx-swap="none"
        data-command="dismiss"
        aria-keyshortcuts="X"
      >
        Dismiss <kbd aria-hidden="true">X</kbd>
      </button>
    </form>
  );
}

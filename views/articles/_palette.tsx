import { tagDeed } from '../../src/domain/keys.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { useCodebook, useOfferedTags } from '../shared/_codebook.tsx';
import { KeyHint, useKeys, useShortcuts } from '../shared/_key.tsx';
import { tagClass } from '../shared/tags.ts';
import { WithoutKeys } from './_without-keys.tsx';

/** Always in reach: what is selected, and what it can be tagged as, with the key on each button. */
export function Palette({ articleId }: { articleId: string }) {
  const address = `/articles/${articleId}/annotations`;
  return (
    <section class="palette" aria-label={t('article.tagIt')}>
      <form id="tag-form" method="post" action={address} hx-post={address} hx-swap="none" data-command="tag">
        <input type="hidden" name="parts" />
        <input type="hidden" name="text" />
        {useOfferedTags().map((tag) => (
          <TagButton tag={tag} />
        ))}
        <button
          name="nothing"
          value="1"
          formaction={`/articles/${articleId}/sentence-marks`}
          hx-post={`/articles/${articleId}/sentence-marks`}
          hx-swap="none"
          data-command="nothing"
          aria-keyshortcuts={useShortcuts('nothing')}
          disabled
        >
          {t('article.nothingHere')} <KeyHint deed="nothing" />
        </button>
      </form>
      <form id="current-form" method="post" hx-post="" hx-swap="none" data-command="place" hidden>
        <button type="button" id="open-current" aria-keyshortcuts={useShortcuts('edit')}>
          {t('article.edit')} <KeyHint deed="edit" />
        </button>
        <button name="add" aria-keyshortcuts={useShortcuts('add')}>
          {t('article.addToIt')} <KeyHint deed="add" />
        </button>
        <button name="parts">{t('article.moveIt')}</button>
      </form>
      <a
        id="every"
        class="button"
        href={`/articles/${articleId}/occurrences`}
        aria-keyshortcuts={useShortcuts('every')}
        hidden
      >
        {t('occurrences.every')} <KeyHint deed="every" />
      </a>
      <SuggestionForm articleId={articleId} />
      {!useKeys().areOn && <WithoutKeys articleId={articleId} />}
      <p class="picked" id="picked" dir="auto" />
      <p class="saved" id="save-state" />
      <button type="button" id="try-again" hidden>
        {t('article.tryAgain')}
      </button>
      <button type="button" id="discard" hidden>
        {t('article.discard')}
      </button>
      <button type="button" id="show-refused" hidden>
        {t('reading.showRefused')}
      </button>
      <a class="button to-list" href="#annotations-heading">
        {t('article.list')}
      </a>
      <p class="hidden-words" id="said" role="status" />
      <p id="told" hidden />
    </section>
  );
}

function TagButton({ tag }: { tag: Tag }) {
  return (
    <button
      class={tagClass(useCodebook(), tag)}
      name="tag"
      value={tag}
      aria-keyshortcuts={useShortcuts(tagDeed(tag))}
      disabled
    >
      {t(`tagName.${tag}`)} <KeyHint deed={tagDeed(tag)} />
    </button>
  );
}

/** What the text engine proposes at the cursor. */
function SuggestionForm({ articleId }: { articleId: string }) {
  const address = (noun: string) => `/articles/${articleId}/${noun}`;
  return (
    <form id="suggestion-form" method="post" action={address('acceptances')} data-command="accept" hidden>
      <input type="hidden" name="suggestion" />
      <p class="suggestion">
        <span id="suggestion-says" /> <q id="suggestion-words" dir="auto" />{' '}
        <span id="suggestion-reasons" class="faint" />
      </p>
      <button
        name="judge"
        value="accept"
        hx-post={address('acceptances')}
        hx-swap="none"
        aria-keyshortcuts={useShortcuts('accept')}
      >
        {t('suggestions.accept')} <KeyHint deed="accept" />
      </button>
      <button
        name="judge"
        value="dismiss"
        formaction={address('dismissals')}
        hx-post={address('dismissals')}
        hx-swap="none"
        data-command="dismiss"
        aria-keyshortcuts={useShortcuts('dismiss')}
      >
        {t('suggestions.dismiss')} <KeyHint deed="dismiss" />
      </button>
    </form>
  );
}

import type { Article } from '../../src/domain/article.ts';
import { t } from '../../src/messages/language.ts';
import type { Typed } from '../annotations/_form.tsx';
import { TagAndFields } from '../annotations/new.tsx';
import { showing } from './_coders.tsx';
import { Carried, type FormPlace } from './_forms.tsx';

export interface NewDecisionProps {
  readonly article: Article;
  readonly place: FormPlace;
  /** The case and its decisions as they were seen. */
  readonly seen: { readonly case: string; readonly over: string };
  /** The sentences around the case. */
  readonly passage: string;
  /** The case read as a sentence. */
  readonly reads: string;
  readonly typed: Typed;
  readonly speakers: readonly string[];
}

/** Writes what the final coding says of a case anew, where no coder has it right. */
export function NewDecision({ article, place, seen, passage, reads, typed, speakers }: NewDecisionProps) {
  const { values, problems } = typed;
  return (
    <main id="main">
      <p>
        <a href={showing(place)}>{t('adjudication.back')}</a>
      </p>
      <h1>{t('adjudication.newHeading')}</h1>
      <p>{reads}</p>
      <blockquote class="sentence-words" dir="auto" lang={article.language ?? undefined}>
        {passage}
      </blockquote>
      <form method="post" action={`${place.address}/decisions`}>
        <Carried place={place} />
        <input type="hidden" name="case" value={seen.case} />
        <input type="hidden" name="over" value={seen.over} />
        <div class="field">
          <label for="marked">{t('adjudication.newWords')}</label>
          <p class="hint" id="marked-hint">
            {t('adjudication.newHint')}
          </p>
          <textarea
            id="marked"
            name="text"
            rows={3}
            dir="auto"
            aria-describedby="marked-hint marked-error"
            aria-invalid={problems.text ? 'true' : undefined}
          >
            {values.text}
          </textarea>
          <p class="wrong" id="marked-error">
            {problems.text ?? problems.parts}
          </p>
        </div>
        <TagAndFields articleId={article.id} typed={typed} speakers={speakers} />
        <div class="actions">
          <button class="primary" name="deed" value="write">
            {t('adjudication.newSave')}
          </button>
        </div>
      </form>
    </main>
  );
}

import type { Article } from '../../src/domain/article.ts';
import { ATTRIBUTES } from '../../src/domain/attributes.ts';
import { TAG_FACTS, TAGS } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { AttributeField } from '../shared/_attribute-field.tsx';
import type { Typed } from './_form.tsx';

export interface NewAnnotationProps {
  readonly article: Article;
  /** Of the sentence, from one. */
  readonly number: number;
  readonly words: string;
  readonly typed: Typed;
  /** Names the request, so that the form sent twice makes nothing twice. */
  readonly requestKey: string;
  /** Names that the speaker's field offers. */
  readonly speakers: readonly string[];
}

/** Marks a part of a sentence by its words: complete without a pointer and without scripts. */
export function NewAnnotation(props: NewAnnotationProps) {
  const { article, number, words, typed, requestKey, speakers } = props;
  const { values, problems } = typed;
  return (
    <main id="main">
      <p>
        <a href={`/articles/${article.id}/sheet?sentence=${number}#r${number}`}>
          {t('annotations.backToSheet')}
        </a>
      </p>
      <h1>{t('annotations.newHeading', { number })}</h1>
      <blockquote class="sentence-words" dir="auto">
        {words}
      </blockquote>
      <form method="post" action={`/articles/${article.id}/annotations`}>
        <input type="hidden" name="sentence" value={number} />
        <input type="hidden" name="request_key" value={requestKey} />
        <div class="field">
          <label for="marked">{t('annotations.newWords')}</label>
          <p class="hint" id="marked-hint">
            {t('annotations.newHint')}
          </p>
          <textarea
            id="marked"
            name="text"
            rows={3}
            dir="auto"
            aria-describedby="marked-hint marked-error"
            aria-invalid={problems.text ? 'true' : undefined}
          >
            {values.text ?? words.replace(/\s+/g, ' ')}
          </textarea>
          <p class="wrong" id="marked-error">
            {problems.text ?? problems.parts}
          </p>
        </div>
        <TagChoices chosen={values.tag} problem={problems.tag} />
        <div class="fields">
          {ATTRIBUTES.map((rule) => (
            <AttributeField
              rule={{
                ...rule,
                label:
                  rule.tags.length === TAGS.length
                    ? rule.label
                    : t('annotations.fieldOf', { label: rule.label, tags: rule.tags.join(', ') }),
              }}
              value={values[rule.field] ?? ''}
              problem={problems[rule.field]}
              idPrefix="new"
              articleId={article.id}
              speakers={speakers}
            />
          ))}
        </div>
        <div class="actions">
          <button class="primary">{t('annotations.save')}</button>
        </div>
      </form>
    </main>
  );
}

function TagChoices({ chosen, problem }: { chosen: string | undefined; problem: string | undefined }) {
  return (
    <fieldset class="field choices" aria-describedby="tag-error">
      <legend>{t('annotations.tag')}</legend>
      {TAGS.map((tag) => (
        <label>
          <input type="radio" name="tag" value={tag} checked={tag === chosen} required />{' '}
          {TAG_FACTS[tag].name}
        </label>
      ))}
      <p class="wrong" id="tag-error">
        {problem}
      </p>
    </fieldset>
  );
}

import type { Article } from '../../src/domain/article.ts';
import { ATTRIBUTES, type AttributeRule } from '../../src/domain/attributes.ts';
import { askedAttributes, type Codebook, offeredTags } from '../../src/domain/codebook/codebook.ts';
import { type CodebookField, ownField } from '../../src/domain/codebook/field.ts';
import { inList, t } from '../../src/messages/language.ts';
import { AttributeField } from '../shared/_attribute-field.tsx';
import { useCodebook, useOfferedTags } from '../shared/_codebook.tsx';
import { OwnField } from '../shared/_own-field.tsx';
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
        <TagAndFields articleId={article.id} typed={typed} speakers={speakers} />
        <div class="actions">
          <button class="primary">{t('annotations.save')}</button>
        </div>
      </form>
    </main>
  );
}

interface TagAndFieldsProps {
  readonly articleId: string;
  readonly typed: Typed;
  readonly speakers: readonly string[];
}

/** The choice of a tag, and the fields of all of them. */
export function TagAndFields({ articleId, typed: { values, problems }, speakers }: TagAndFieldsProps) {
  const codebook = useCodebook();
  return (
    <>
      <TagChoices chosen={values.tag} problem={problems.tag} />
      <div class="fields">
        {ATTRIBUTES.filter(({ isComputed }) => !isComputed).map((rule) => (
          <AttributeField
            rule={rule}
            label={labelOf(rule, codebook)}
            value={values[rule.field] ?? ''}
            problem={problems[rule.field]}
            idPrefix="new"
            articleId={articleId}
            speakers={speakers}
          />
        ))}
        {codebook.fields
          .filter(({ isOff }) => !isOff)
          .map((field) => (
            <OwnField
              field={field}
              label={ownLabel(field, codebook)}
              value={values[ownField(field.key)] ?? ''}
              problem={problems[ownField(field.key)]}
              idPrefix="new"
            />
          ))}
      </div>
    </>
  );
}

/** The name of an attribute, with the tags that have it where not all do. */
function labelOf(rule: AttributeRule, codebook: Codebook): string {
  const label = t(`attributeName.${rule.name}`);
  const tags = offeredTags(codebook);
  const having = tags.filter(({ key }) => askedAttributes(codebook, key).includes(rule));
  if (having.length === tags.length) return label;
  return t('annotations.fieldOf', { label, tags: inList(having.map(({ key }) => t(`tagWord.${key}`))) });
}

function ownLabel({ name, tags }: CodebookField, codebook: Codebook): string {
  const offered = offeredTags(codebook).filter(({ key }) => tags.includes(key));
  return t('annotations.fieldOf', {
    label: name,
    tags: inList(offered.map(({ key }) => t(`tagWord.${key}`))),
  });
}

function TagChoices({ chosen, problem }: { chosen: string | undefined; problem: string | undefined }) {
  return (
    <fieldset class="field choices" aria-describedby="tag-error">
      <legend>{t('annotations.tag')}</legend>
      {useOfferedTags().map((tag) => (
        <label>
          <input type="radio" name="tag" value={tag} checked={tag === chosen} required />{' '}
          {t(`tagName.${tag}`)}
        </label>
      ))}
      <p class="wrong" id="tag-error">
        {problem}
      </p>
    </fieldset>
  );
}

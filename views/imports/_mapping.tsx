import type { AnnotationPreview, LabelPreview } from '../../src/domain/import.ts';
import { inList, inWords, t } from '../../src/messages/language.ts';
import { useTags } from '../shared/_codebook.tsx';

interface MappingProps {
  readonly importId: string;
  readonly preview: AnnotationPreview;
  /** Those that annotations without a text may be of; none where that is not asked. */
  readonly articles: readonly { readonly id: string; readonly title: string }[];
}

/** What the labels of files become: shown for correction before anything is stored. */
export function Mapping({ importId, preview, articles }: MappingProps) {
  const { documents, annotations, marks = 0, labels, annotators, unreadable, readings = [] } = preview;
  return (
    <form id="import" method="post" action={`/imports/${importId}`}>
      <input type="hidden" name="_method" value="patch" />
      <p role="status">
        {t('importing.found', {
          annotations: t('importing.annotations', { count: annotations }),
          articles: t('importing.articles', { count: documents }),
        })}
      </p>
      {marks > 0 && <p>{t('importing.marks', { count: marks })}</p>}
      <Unreadable {...unreadable} />
      {readings.map(({ file, encoding, line }) => (
        <p class="hint" dir="auto">
          {t('importing.readAs', { file, encoding: t(`encodingName.${encoding}`), line })}
        </p>
      ))}
      {marks === 0 && labels.every(({ guess }) => guess === 'leave') && (
        <p class="wrong">{t('importing.noKnownLabel')}</p>
      )}
      {(labels.length > 0 || marks === 0) && <Labels labels={labels} />}
      {articles.length > 0 && <ArticleChoice articles={articles} />}
      {annotators.length > 0 && <Annotators names={annotators} />}
      <Completeness />
      <p class="actions">
        <button type="submit" class="primary">
          {t('importing.import')}
        </button>
        <button type="submit" name="_method" value="delete">
          {t('importing.cancel')}
        </button>
      </p>
    </form>
  );
}

function Unreadable({ count, first }: AnnotationPreview['unreadable']) {
  if (count === 0) return null;
  return (
    <>
      <p class="wrong">{t('importing.cannotRead', { count })}</p>
      <ul>
        {first.map(({ place, reason }) => (
          <li dir="auto">
            {place}: {reason}
          </li>
        ))}
      </ul>
    </>
  );
}

function Labels({ labels }: Pick<AnnotationPreview, 'labels'>) {
  return (
    <div class="scrolls">
      <table class="stacked">
        <caption>{t('importing.labelsTable')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('importing.label')}</th>
            <th scope="col" class="number">
              {t('importing.times')}
            </th>
            <th scope="col">{t('importing.becomes')}</th>
            <th scope="col">{t('importing.examples')}</th>
          </tr>
        </thead>
        <tbody>
          {labels.map((label, at) => (
            <LabelRow {...label} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const otherChoices = () =>
  [
    ['note', t('importing.asNote')],
    ['leave', t('importing.leave')],
  ] as const;

function LabelRow({ label, count, examples, guess, at }: LabelPreview & { at: number }) {
  const choices = [...useTags().map((tag) => [tag, t(`tagName.${tag}`)] as const), ...otherChoices()];
  return (
    <tr>
      <th scope="row" id={`label-${at}`} dir="auto">
        {label}
        <input type="hidden" name="label" value={label} />
      </th>
      <td class="number">{inWords(count)} ×</td>
      <td>
        <select name="choice" aria-labelledby={`label-${at}`}>
          {choices.map(([value, name]) => (
            <option value={value} selected={value === guess}>
              {name}
            </option>
          ))}
        </select>
      </td>
      <td dir="auto" class="examples">
        {examples.join(' · ')}
      </td>
    </tr>
  );
}

/** A file without a text may not name its article, or call it otherwise than it is called here. */
function ArticleChoice({ articles }: Pick<MappingProps, 'articles'>) {
  return (
    <div class="field">
      <label for="import-article">{t('importing.articleOf')}</label>
      <select id="import-article" name="article" aria-describedby="import-article-hint">
        <option value="">{t('importing.articleNamed')}</option>
        {articles.map(({ id, title }) => (
          <option value={id}>{title}</option>
        ))}
      </select>
      <p class="hint" id="import-article-hint">
        {t('importing.articleOfHint')}
      </p>
    </div>
  );
}

function Annotators({ names }: { names: readonly string[] }) {
  return (
    <fieldset>
      <legend>{t('importing.credit')}</legend>
      <p>
        <label>
          <input type="radio" name="annotators" value="named" checked />{' '}
          {t('importing.named', { names: inList(names) })}
        </label>
        <br />
        <span class="hint">{t('importing.namedHint')}</span>
      </p>
      <p>
        <label>
          <input type="radio" name="annotators" value="me" /> {t('importing.me')}
        </label>
      </p>
    </fieldset>
  );
}

/** What it means that a sentence has no tag: nobody but the person knows. */
function Completeness() {
  return (
    <div class="choice">
      <input type="checkbox" id="complete" name="complete" value="1" aria-describedby="complete-hint" />
      <label for="complete">{t('importing.complete')}</label>
      <p class="hint" id="complete-hint">
        {t('importing.completeHint')}
      </p>
    </div>
  );
}

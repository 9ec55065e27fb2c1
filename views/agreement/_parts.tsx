import type { Confusion } from '../../src/agreement/confusion.ts';
import type { AgainstFinal, ArticleStudy, FieldStudy, WeekStudy } from '../../src/agreement/study-report.ts';
import type { AttributeName } from '../../src/domain/attributes.ts';
import { inWords, t } from '../../src/messages/language.ts';
import { IntervalLines } from '../charts/_interval-lines.tsx';
import { shortDay } from '../shared/dates.ts';
import { decimals, sayFigure, scoresOf } from './figures.ts';

const SHOWN = 20;

export interface ArticlesProps {
  readonly articles: readonly ArticleStudy[];
  readonly titleOf: (articleId: string) => string;
  readonly linkToArticle: (articleId: string) => string;
}

/** Articles, those first on which coders differ most. */
export function ByArticle({ articles, titleOf, linkToArticle }: ArticlesProps) {
  const share = ({ differing, sentences }: ArticleStudy) => (sentences === 0 ? 0 : differing / sentences);
  const worst = articles.toSorted(
    (one, other) => share(other) - share(one) || other.differing - one.differing,
  );
  return (
    <section aria-labelledby="by-article">
      <h2 id="by-article">{t('agreement.byArticle')}</h2>
      <table class="agreement">
        <thead>
          <tr>
            <th scope="col">{t('agreement.article')}</th>
            <th scope="col" class="number">
              {t('agreement.codings')}
            </th>
            <th scope="col" class="number">
              {t('agreement.differing')}
            </th>
          </tr>
        </thead>
        <tbody>
          {worst.slice(0, SHOWN).map(({ articleId, coders, differing, sentences }) => (
            <tr>
              <th scope="row" dir="auto">
                <a href={linkToArticle(articleId)}>{titleOf(articleId)}</a>
              </th>
              <td class="number">{inWords(coders)}</td>
              <td class="number">{t('agreement.differingOf', { count: differing, all: sentences })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {worst.length > SHOWN && (
        <p class="hint">{t('agreement.moreArticles', { count: worst.length - SHOWN })}</p>
      )}
    </section>
  );
}

/** Whether agreement grows from week to week. */
export function OverTime({ weeks }: { weeks: readonly WeekStudy[] }) {
  if (weeks.length < 2) return null;
  const rows = weeks.map(({ week, alpha }) => {
    const name = shortDay(new Date(`${week}T00:00:00Z`));
    return { name, value: alpha.value, says: t('agreement.chartRow', { name, value: sayFigure(alpha) }) };
  });
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">{t('agreement.overTime')}</h2>
      <p class="hint">{t('agreement.overTimeHint')}</p>
      <IntervalLines caption={t('agreement.timeChart')} rows={rows} />
      <table class="agreement">
        <thead>
          <tr>
            <th scope="col">{t('agreement.week')}</th>
            {(['articles', 'sentences', 'observed', 'alpha'] as const).map((key) => (
              <th scope="col" class="number">
                {t(`agreement.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, articles, sentences, observed, alpha }) => (
            <tr>
              <th scope="row">
                <time datetime={week}>{shortDay(new Date(`${week}T00:00:00Z`))}</time>
              </th>
              <td class="number">{inWords(articles)}</td>
              <td class="number">{inWords(sentences)}</td>
              <td class="number">{sayFigure(observed)}</td>
              <td class="number">{sayFigure(alpha)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What coders filled in alike where they tagged the same words. */
export function Fields({ fields }: { fields: readonly FieldStudy[] }) {
  if (fields.length === 0) return null;
  const compared = fields.filter(({ pairs }) => pairs > 0);
  return (
    <section aria-labelledby="fields">
      <h2 id="fields">{t('agreement.fields')}</h2>
      <p class="hint">{t(compared.length > 0 ? 'agreement.fieldsHint' : 'agreement.noFields')}</p>
      {compared.length > 0 && <FieldTable fields={compared} />}
    </section>
  );
}

function FieldTable({ fields }: { fields: readonly FieldStudy[] }) {
  return (
    <table class="agreement">
      <thead>
        <tr>
          <th scope="col">{t('agreement.field')}</th>
          {(['compared', 'observed', 'alpha'] as const).map((key) => (
            <th scope="col" class="number">
              {t(`agreement.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, pairs, observed, alpha }) => (
          <tr>
            {/* Studies compare the attributes that there are. */}
            <th scope="row">{t(`attributeName.${field as AttributeName}`)}</th>
            <td class="number">{inWords(pairs)}</td>
            <td class="number">{sayFigure(observed)}</td>
            <td class="number">{sayFigure(alpha)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Each coder beside what was agreed on in the end. */
export function Finals({
  finals,
  nameAt,
}: {
  finals: readonly AgainstFinal[];
  nameAt: (place: number) => string;
}) {
  const decided = finals.filter(({ articles }) => articles > 0);
  return (
    <section aria-labelledby="finals">
      <h2 id="finals">{t('agreement.againstFinal')}</h2>
      {decided.length === 0 ? (
        <p>{t('agreement.noFinal')}</p>
      ) : (
        <table class="agreement">
          <thead>
            <tr>
              <th scope="col">{t('agreement.coder')}</th>
              {(['articles', 'precision', 'recall', 'f1', 'alpha'] as const).map((key) => (
                <th scope="col" class="number">
                  {t(`agreement.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {decided.map((final) => (
              <FinalRow final={final} name={nameAt(final.coder)} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function FinalRow({ final: { articles, confusion, alpha }, name }: { final: AgainstFinal; name: string }) {
  return (
    <tr>
      <th scope="row" dir="auto">
        {name}
      </th>
      <td class="number">{inWords(articles)}</td>
      <Scores confusion={confusion} />
      <td class="number">{sayFigure(alpha)}</td>
    </tr>
  );
}

/** Precision, recall and F1 as cells of a row. */
export function Scores({ confusion }: { confusion: Confusion }) {
  const { precision, recall, f1 } = scoresOf(confusion);
  return (
    <>
      {[precision, recall, f1].map((score) => (
        <td class="number">{score === null ? t('agreement.none') : decimals(score)}</td>
      ))}
    </>
  );
}

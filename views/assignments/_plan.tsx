import type { AssignmentPlan } from '../../src/domain/assignment.ts';
import { inList, inWords, t } from '../../src/messages/language.ts';

export interface PlanProps {
  readonly plan: AssignmentPlan;
  /** Titles by article, in the order of the plan. */
  readonly titles: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  /** Whether there is another plan now than the one that the person saw. */
  readonly isChanged: boolean;
  /** The most articles of one step, where there were more. */
  readonly cutAt?: number | undefined;
}

/** Lines of the list that are shown. */
const MAX_LISTED = 200;

/** Who would get what, before anything is given. */
export function Plan(props: PlanProps) {
  const { plan, isChanged, cutAt } = props;
  return (
    <section aria-labelledby="plan" class="plan">
      <h2 id="plan" tabIndex={-1}>
        {t('assignments.planHeading')}
      </h2>
      {isChanged && (
        <p class="wrong" role="alert">
          {t('assignments.changed')}
        </p>
      )}
      {cutAt !== undefined && <p>{t('assignments.cut', { count: cutAt })}</p>}
      {plan.assignments.length === 0 ? <p>{t('assignments.nothingToGive')}</p> : <Shares {...props} />}
      {plan.missing.size > 0 && <p>{t('assignments.missing', { count: plan.missing.size })}</p>}
      {plan.assignments.length > 0 && <List {...props} />}
    </section>
  );
}

function Shares({ plan, names }: PlanProps) {
  return (
    <>
      {plan.sample.length > 0 && <p>{t('assignments.sample', { count: plan.sample.length })}</p>}
      <div class="scrolls">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('assignments.coder')}</th>
              <th scope="col" class="number">
                {t('assignments.articleCount')}
              </th>
              <th scope="col" class="number">
                {t('assignments.sentenceCount')}
              </th>
              <th scope="col" class="number">
                {t('assignments.loadAfter')}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.shares.map(({ coderId, articles, sentences, load }) => (
              <tr>
                <th scope="row" dir="auto">
                  {names.get(coderId)}
                </th>
                <td class="number">{inWords(articles)}</td>
                <td class="number">{inWords(sentences)}</td>
                <td class="number">{inWords(load)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function List({ plan, titles, names }: PlanProps) {
  const byArticle = new Map<string, string[]>();
  for (const { articleId, coderId } of plan.assignments) {
    const coders = byArticle.get(articleId) ?? [];
    byArticle.set(articleId, [...coders, names.get(coderId) ?? '']);
  }
  const sample = new Set(plan.sample);
  const left = byArticle.size - MAX_LISTED;
  return (
    <details>
      <summary>{t('assignments.list', { count: byArticle.size })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('assignments.article')}</th>
            <th scope="col">{t('assignments.codersOf')}</th>
          </tr>
        </thead>
        <tbody>
          {[...byArticle].slice(0, MAX_LISTED).map(([articleId, coders]) => (
            <tr>
              <td>
                <a href={`/articles/${articleId}`} dir="auto">
                  {titles.get(articleId)}
                </a>
              </td>
              <td>{sample.has(articleId) ? t('assignments.everybody') : inList(coders)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p>{t('assignments.more', { count: left })}</p>}
    </details>
  );
}

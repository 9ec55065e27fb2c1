import { CODEBOOK_LIMITS, type Codebook } from '../../src/domain/codebook/codebook.ts';
import type { Comparison } from '../../src/domain/codebook/compare.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { Hidden } from '../annotations/_cell.tsx';
import { Field } from '../shared/_field.tsx';
import { tagClass } from '../shared/tags.ts';
import { Differences } from './_differences.tsx';

export interface ReviewPageProps {
  readonly address: string;
  readonly codebook: Codebook;
  readonly comparison: Comparison;
  /** How many annotations have each tag that is different. */
  readonly touched: ReadonlyMap<Tag, number>;
  /** The codebook as JSON. */
  readonly document: string;
  readonly remark: string;
  readonly problem: string | undefined;
  /** The version that it is compared with, and the one that it becomes. */
  readonly seen: number;
  readonly next: number;
}

/** What a new codebook changes and touches, before it is saved. */
export function ReviewPage(props: ReviewPageProps) {
  const { address, comparison, codebook } = props;
  const isSame = isEmpty(comparison);
  return (
    <main id="main" tabIndex={-1} class="codebook">
      <h1>{t('codebook.reviewHeading')}</h1>
      {isSame ? (
        <>
          <p role="status">{t('codebook.same')}</p>
          <p class="actions">
            <a href={`${address}/edit`}>{t('codebook.back')}</a>
          </p>
        </>
      ) : (
        <>
          <Differences comparison={comparison} />
          <Touched {...props} />
          <Preview codebook={codebook} />
          <SaveForm {...props} />
        </>
      )}
    </main>
  );
}

function isEmpty({ differences, added, fields, order }: Comparison): boolean {
  return differences.length + added.length + fields.length === 0 && order === null;
}

function Touched({ comparison, touched }: ReviewPageProps) {
  if (touched.size === 0) return null;
  const turnedOff = new Set(
    comparison.differences.flatMap(({ tag, text, after }) => (text === 'isOff' && after ? [tag] : [])),
  );
  return (
    <section aria-labelledby="touched">
      <h2 id="touched">{t('codebook.touched')}</h2>
      <ul>
        {[...touched].map(([tag, count]) => (
          <li>
            {t('codebook.atPlace', {
              place: t(`tagName.${tag}`),
              why: t(turnedOff.has(tag) ? 'codebook.nowOff' : 'codebook.touches', { count }),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Preview({ codebook }: { codebook: Codebook }) {
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t('codebook.preview')}</h2>
      <p class="previewed">
        {codebook.tags.map(({ key, name, letter, isOff }) => (
          <span class={tagClass(codebook, key)}>
            <span class="letter">{letter}</span> <mark class={tagClass(codebook, key)}>{name}</mark>
            {isOff && <span class="faint"> ({t('codebook.isOff')})</span>}
          </span>
        ))}
      </p>
    </section>
  );
}

function SaveForm({ address, document, remark, problem, seen, next }: ReviewPageProps) {
  return (
    <form method="post" action={address}>
      <Hidden fields={{ document, seen: String(seen) }} />
      <Field
        name="remark"
        label={t('codebook.newRemark')}
        hint={t('codebook.newRemarkHint')}
        problem={problem}
      >
        {(control) => (
          <input
            {...control}
            value={remark}
            maxLength={CODEBOOK_LIMITS.remark}
            autoComplete="off"
            dir="auto"
          />
        )}
      </Field>
      <p class="actions">
        <button type="submit" class="primary">
          {t('codebook.reviewButton', { number: next })}
        </button>
        <a href={`${address}/edit`}>{t('codebook.cancel')}</a>
      </p>
    </form>
  );
}

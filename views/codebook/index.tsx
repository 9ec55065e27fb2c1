import type { Comparison } from '../../src/domain/codebook/compare.ts';
import { t } from '../../src/messages/language.ts';
import { Hidden } from '../annotations/_cell.tsx';
import { moment } from '../shared/dates.ts';
import { Differences } from './_differences.tsx';

interface ListedVersion {
  readonly number: number;
  readonly remark: string | null;
  readonly saved?: { readonly at: Date; readonly by: string };
}

export interface VersionsPageProps {
  readonly address: string;
  /** The newest first. */
  readonly versions: readonly ListedVersion[];
  readonly from: number;
  readonly to: number;
  readonly current: number;
  /** What is different between the two; absent where nobody asked. */
  readonly comparison: Comparison | undefined;
  readonly mayChange: boolean;
}

/** Every version of a codebook; two of them can be compared, and an earlier one used again. */
export function VersionsPage(props: VersionsPageProps) {
  const { address, versions, comparison, from, to, current, mayChange } = props;
  const earlier = Math.min(from, to);
  return (
    <main id="main" tabIndex={-1} class="codebook">
      <h1>{t('codebook.versionsHeading')}</h1>
      <p>
        <a href={address}>{t('codebook.heading')}</a>
      </p>
      <ol class="versions" reversed>
        {versions.map((version) => (
          <Version version={version} current={current} address={address} />
        ))}
      </ol>
      {versions.length > 1 && <CompareForm {...props} />}
      {comparison && (
        <section aria-labelledby="compared">
          <h2 id="compared">{t('codebook.compareHeading', { from, to })}</h2>
          {comparison.differences.length === 0 && comparison.order === null ? (
            <p>{t('codebook.noDifference')}</p>
          ) : (
            <Differences comparison={comparison} />
          )}
          {mayChange && earlier < current && <Restore {...props} number={earlier} />}
        </section>
      )}
    </main>
  );
}

interface VersionProps extends Pick<VersionsPageProps, 'address' | 'current'> {
  readonly version: ListedVersion;
}

function Version({ version: { number, remark, saved }, current, address }: VersionProps) {
  return (
    <li value={number}>
      <strong>{t(number === current ? 'codebook.versionNow' : 'codebook.version', { number })}</strong>{' '}
      {saved ? (
        <>
          <time datetime={saved.at.toISOString()}>{moment(saved.at)}</time>{' '}
          <span dir="auto">{t('codebook.byName', { name: saved.by })}</span>
        </>
      ) : (
        <span class="faint">{t('codebook.isDefault')}</span>
      )}
      {remark && <p dir="auto">{t('codebook.remark', { remark })}</p>}
      {number !== current && (
        <p>
          <a
            href={`${address}/versions?from=${number}&to=${current}`}
            aria-label={t('codebook.compareHeading', { from: number, to: current })}
          >
            {t('codebook.compareWith')}
          </a>
        </p>
      )}
    </li>
  );
}

function CompareForm({ address, versions, from, to }: VersionsPageProps) {
  const choice = (name: 'from' | 'to', chosen: number) => (
    <div class="field">
      <label for={`f-${name}`}>{t(`codebook.${name}`)}</label>
      <select id={`f-${name}`} name={name}>
        {versions.map(({ number }) => (
          <option value={number} selected={number === chosen}>
            {number}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form class="filters" action={`${address}/versions`}>
      {choice('from', from)}
      {choice('to', to)}
      <button type="submit">{t('codebook.compare')}</button>
    </form>
  );
}

function Restore({ address, number, current }: VersionsPageProps & { number: number }) {
  return (
    <form method="post" action={address}>
      <Hidden fields={{ restore: String(number), seen: String(current) }} />
      <p class="hint">{t('codebook.restoreHint')}</p>
      <p class="actions">
        <button type="submit">{t('codebook.restore', { number })}</button>
      </p>
    </form>
  );
}

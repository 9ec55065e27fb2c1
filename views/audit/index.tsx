import { AUDIT_ACTIONS, AUDIT_WORDS, type AuditAction, type AuditFact } from '../../src/domain/audit.ts';
import { t } from '../../src/messages/language.ts';
import { moment } from '../shared/dates.ts';

/** A line of the log, as the page shows it. */
export interface ShownAuditLine {
  readonly at: Date;
  readonly action: AuditAction;
  readonly who: string | null;
  readonly whom: string | null;
  readonly facts: readonly (readonly [fact: AuditFact, value: string])[];
  readonly address: string | null;
}

export interface AuditPageProps {
  readonly lines: readonly ShownAuditLine[];
  /** The project whose log it is; absent for that of the desk. */
  readonly project?: { readonly slug: string; readonly name: string } | undefined;
  readonly action?: string | undefined;
  /** Where older lines go on. */
  readonly next?: string | undefined;
}

/** What was done: who, when, from where. */
export function AuditPage({ lines, project, action, next }: AuditPageProps) {
  const query = { ...(project && { project: project.slug }), ...(action && { action }) };
  const address = (path: string, more = {}) => `${path}?${new URLSearchParams({ ...query, ...more })}`;
  return (
    <>
      <h1>{project ? t('auditPage.ofProject', { name: project.name }) : t('auditPage.ofDesk')}</h1>
      <ActionChoice project={project?.slug} action={action} />
      <p class="actions">
        <a href={address('/audit.csv')}>{t('auditPage.csv')}</a>
      </p>
      {lines.length === 0 ? <p>{t('auditPage.none')}</p> : <Lines lines={lines} />}
      {next !== undefined && <a href={address('/audit', { before: next })}>{t('auditPage.older')}</a>}
    </>
  );
}

function ActionChoice({ project, action }: { project: string | undefined; action: string | undefined }) {
  return (
    <form action="/audit" class="actions">
      {project !== undefined && <input type="hidden" name="project" value={project} />}
      <label for="audit-action">{t('auditPage.action')}</label>
      <select id="audit-action" name="action">
        <option value="">{t('auditPage.all')}</option>
        {AUDIT_ACTIONS.map((one) => (
          <option value={one} selected={one === action}>
            {t(`audit.${one}`)}
          </option>
        ))}
      </select>
      <button type="submit">{t('auditPage.show')}</button>
    </form>
  );
}

function Lines({ lines }: Pick<AuditPageProps, 'lines'>) {
  return (
    <table class="deeds stacked">
      <thead>
        <tr>
          <th scope="col">{t('auditPage.at')}</th>
          <th scope="col">{t('auditPage.who')}</th>
          <th scope="col">{t('auditPage.action')}</th>
          <th scope="col">{t('auditPage.whom')}</th>
          <th scope="col">{t('auditPage.from')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ at, who, action, whom, facts, address }) => (
          <tr>
            <td>
              <time dateTime={at.toISOString()}>{moment(at)}</time>
            </td>
            <td dir="auto">{who}</td>
            <td>{t(`audit.${action}`)}</td>
            <td dir="auto">{[whom, ...facts.map(sayFact)].filter(Boolean).join(' · ')}</td>
            <td>{address}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayFact([fact, value]: readonly [AuditFact, string]): string {
  return t(`auditFact.${fact}`, { value: value.split(', ').map(sayValue).join(', ') });
}

function sayValue(value: string): string {
  const word = AUDIT_WORDS.find((each) => each === value);
  return word === undefined ? value : t(`auditWord.${word}`);
}

import { ROLES, type Role } from '../../src/domain/permission.ts';
import type { Project } from '../../src/domain/project.ts';
import { t } from '../../src/messages/language.ts';
import { longDay } from '../shared/dates.ts';
import { ImportedSection, type ImportedSectionProps } from './_imported.tsx';
import { InviteSection, type InviteSectionProps, MadeLink } from './_invite.tsx';

/** Somebody in the project. */
export interface ShownPerson {
  readonly accountId: string;
  readonly name: string;
  readonly role: Role;
  readonly until: Date | null;
}

/** What was typed in the form of somebody, where it was refused. */
export interface PersonForm {
  readonly accountId: string;
  readonly role: string | undefined;
  readonly until: string | undefined;
}

export interface PeoplePageProps
  extends Omit<InviteSectionProps, 'invitations'>,
    Omit<ImportedSectionProps, 'people'> {
  readonly project: Project;
  readonly people: readonly ShownPerson[];
  /** Who looks. */
  readonly own: { readonly accountId: string };
  readonly mayManage: boolean;
  readonly person?: PersonForm | undefined;
  /** Absent where nobody can be invited. */
  readonly invitations: InviteSectionProps['invitations'] | undefined;
  readonly now: Date;
}

/** Who is in a project, and to its owners what changes it. */
export function PeoplePage(props: PeoplePageProps) {
  const { project, people, mayManage, invitations, problems } = props;
  return (
    <main id="main" tabIndex={-1} class="people">
      <h1>{t('people.of', { project: project.name })}</h1>
      <p class="actions">
        <a href={ownAddress(project)}>{t('projects.thisProject')}</a>
      </p>
      {props.made && <MadeLink {...props.made} />}
      <p class="wrong" role={problems.people ? 'alert' : undefined}>
        {problems.people}
      </p>
      <div class="scrolls">
        <table class="stacked" aria-label={t('people.heading')}>
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.role')}</th>
              <th scope="col">{t('people.until')}</th>
              {mayManage && <td />}
            </tr>
          </thead>
          <tbody>
            {people.map((one) =>
              mayManage ? <EditRow {...props} one={one} /> : <Row {...props} one={one} />,
            )}
          </tbody>
        </table>
      </div>
      {mayManage && <p class="hint">{t('people.untilHint')}</p>}
      {mayManage && <p class="hint">{t('people.removeHint')}</p>}
      <Roles />
      {invitations && <InviteSection {...props} invitations={invitations} />}
      {mayManage && !invitations && <p class="hint">{t('people.noAccounts')}</p>}
      {props.imported.length > 0 && <ImportedSection {...props} />}
      {mayManage && people.length > 1 && <PassOn {...props} />}
      {invitations !== undefined || !mayManage ? <Leave {...props} /> : null}
    </main>
  );
}

type RowProps = PeoplePageProps & { readonly one: ShownPerson };

function Name({ one, own }: RowProps) {
  return (
    <th scope="row" dir="auto">
      {one.name}
      {one.accountId === own.accountId && <span class="faint"> {t('people.you')}</span>}
    </th>
  );
}

function Row(props: RowProps) {
  const { role, until } = props.one;
  return (
    <tr>
      <Name {...props} />
      <td>{t(`role.${role}`)}</td>
      <td>{until && longDay(until)}</td>
    </tr>
  );
}

function EditRow(props: RowProps) {
  const { one, project, person, problems, own, now } = props;
  const { accountId, name } = one;
  const typed = person?.accountId === accountId ? person : undefined;
  const form = `person-${accountId}`;
  const address = `${ownAddress(project)}/people/${accountId}`;
  const problem = typed && (problems.role ?? problems.until);
  return (
    <tr>
      <Name {...props} />
      <td>
        <RoleChoice
          chosen={typed?.role ?? one.role}
          form={form}
          label={t('people.roleOf', { name })}
          describedBy={problem && `${form}-error`}
        />
      </td>
      <td>
        <input
          type="date"
          name="until"
          form={form}
          value={typed?.until ?? one.until?.toISOString().slice(0, 10)}
          aria-label={t('people.untilOf', { name })}
          aria-describedby={problem ? `${form}-error` : undefined}
        />
        {one.until && one.until <= now && (
          <span class="faint"> {t('people.ended', { date: longDay(one.until) })}</span>
        )}
      </td>
      <td>
        <form id={form} method="post" action={address}>
          <input type="hidden" name="_method" value="PATCH" />
          <button type="submit" aria-label={t('people.saveOf', { name })}>
            {t('people.save')}
          </button>
        </form>
        {accountId !== own.accountId && <RemoveForm address={address} name={name} />}
        <p class="wrong" id={`${form}-error`} role={problem ? 'alert' : undefined}>
          {problem}
        </p>
      </td>
    </tr>
  );
}

function RemoveForm({ address, name }: { address: string; name: string }) {
  return (
    <form method="post" action={address}>
      <input type="hidden" name="_method" value="DELETE" />
      <button type="submit" class="delete" aria-label={t('people.removeOf', { name })}>
        {t('people.remove')}
      </button>
    </form>
  );
}

interface RoleChoiceProps {
  readonly chosen: string;
  readonly form: string;
  readonly label: string;
  readonly describedBy: string | undefined;
}

function RoleChoice({ chosen, form, label, describedBy }: RoleChoiceProps) {
  return (
    <select name="role" form={form} aria-label={label} aria-describedby={describedBy}>
      {ROLES.map((role) => (
        <option value={role} selected={role === chosen}>
          {t(`role.${role}`)}
        </option>
      ))}
    </select>
  );
}

function Roles() {
  return (
    <details>
      <summary>{t('people.roles')}</summary>
      <dl>
        {ROLES.map((role) => (
          <>
            <dt>{t(`role.${role}`)}</dt>
            <dd>{t(`people.${role}May`)}</dd>
          </>
        ))}
      </dl>
    </details>
  );
}

function PassOn({ project, people, own, problems }: PeoplePageProps) {
  return (
    <section class="setting-group" aria-labelledby="pass">
      <h2 id="pass">{t('people.pass')}</h2>
      <p class="hint">{t('people.passHint')}</p>
      <form method="post" action={`${ownAddress(project)}/ownership`}>
        <p class="actions">
          <label for="to">{t('people.passTo')}</label>
          <select id="to" name="to" aria-describedby="to-error">
            {people
              .filter(({ accountId }) => accountId !== own.accountId)
              .map(({ accountId, name }) => (
                <option value={accountId}>{name}</option>
              ))}
          </select>
          <button type="submit">{t('people.pass')}</button>
        </p>
        <p class="wrong" id="to-error">
          {problems.to}
        </p>
      </form>
    </section>
  );
}

function Leave({ project, own }: PeoplePageProps) {
  return (
    <section class="setting-group" aria-labelledby="leave">
      <h2 id="leave">{t('people.leave')}</h2>
      <p class="hint">{t('people.leaveHint')}</p>
      <form method="post" action={`${ownAddress(project)}/people/${own.accountId}`}>
        <input type="hidden" name="_method" value="DELETE" />
        <button type="submit" class="delete">
          {t('people.leave')}
        </button>
      </form>
    </section>
  );
}

function ownAddress({ slug }: Project): string {
  return `/projects/${encodeURIComponent(slug)}`;
}

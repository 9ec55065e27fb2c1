import { ROLES, type Role } from '../../src/domain/permission.ts';
import type { Project } from '../../src/domain/project.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { longDay, moment } from '../shared/dates.ts';

/** The form that invites somebody, as it was sent where it was refused. */
export interface InviteForm {
  readonly role?: string | undefined;
  readonly until?: string | undefined;
  readonly email?: string | undefined;
  readonly days?: string | undefined;
}

/** A link that can still be used. */
export interface ShownInvitation {
  readonly id: string;
  readonly role: Role;
  readonly email: string | null;
  readonly until: Date | null;
  readonly expiresAt: Date;
}

export interface InviteSectionProps {
  readonly project: Project;
  readonly invitation?: InviteForm | undefined;
  readonly invitations: readonly ShownInvitation[];
  readonly made?: MadeLinkProps | undefined;
  readonly hasMail: boolean;
  readonly problems: Readonly<Record<string, string | undefined>>;
}

/** For how many days a link may be good. */
const DAYS = [1, 3, 7, 14, 30];

/** The form that invites somebody, and the links that can still be used. */
export function InviteSection(props: InviteSectionProps) {
  return (
    <section class="setting-group" aria-labelledby="invite">
      <h2 id="invite">{t('people.invite')}</h2>
      <p class="hint">{t('people.inviteHint')}</p>
      <Invite {...props} />
      {props.invitations.length > 0 && <OpenInvitations {...props} />}
    </section>
  );
}

interface MadeLinkProps {
  readonly link: string;
  readonly until: Date;
  readonly email?: string | undefined;
  readonly isMailed: boolean;
}

/** A link that was just made, this once. */
export function MadeLink({ link, until, email, isMailed }: MadeLinkProps) {
  return (
    <section class="made" aria-labelledby="link" role="status">
      <h2 id="link">{t('people.linkHeading')}</h2>
      <p>
        <code>{link}</code>
      </p>
      <p>{t('people.linkHint', { until: moment(until) })}</p>
      {email && <p>{t(isMailed ? 'people.linkMailed' : 'people.linkNotMailed', { email })}</p>}
    </section>
  );
}

function Invite({ project, invitation = {}, hasMail, problems }: InviteSectionProps) {
  const { role = 'coder', until, email, days = '7' } = invitation;
  return (
    <form method="post" action={`/projects/${encodeURIComponent(project.slug)}/invitations`}>
      <div class="filters">
        <Field name="role" label={t('people.role')} problem={problems.new_role}>
          {(control) => (
            <select {...control}>
              {ROLES.map((one) => (
                <option value={one} selected={one === role}>
                  {t(`role.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="days" label={t('people.validFor')} problem={problems.new_days}>
          {(control) => (
            <select {...control}>
              {DAYS.map((count) => (
                <option value={count} selected={String(count) === days}>
                  {t('people.days', { count })}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field name="until" label={t('people.memberUntil')} problem={problems.new_until}>
          {(control) => <input {...control} type="date" value={until} />}
        </Field>
        {hasMail && (
          <Field
            name="email"
            label={t('people.email')}
            hint={t('people.inviteMailHint')}
            problem={problems.new_email}
          >
            {(control) => <input {...control} type="email" value={email} autoComplete="off" />}
          </Field>
        )}
      </div>
      <p class="actions">
        <button type="submit">{t('people.makeLink')}</button>
      </p>
    </form>
  );
}

function OpenInvitations({ project, invitations }: InviteSectionProps) {
  return (
    <>
      <h3>{t('people.open')}</h3>
      <ul class="plain">
        {invitations.map(({ id, role, email, until, expiresAt }) => (
          <li>
            {t(`role.${role}`)}
            {email && `, ${email}`}
            {until && `, ${t('people.until')} ${longDay(until)}`}. {t('people.goodUntil')}{' '}
            {longDay(expiresAt)}.{' '}
            <form method="post" action={`/projects/${encodeURIComponent(project.slug)}/invitations/${id}`}>
              <input type="hidden" name="_method" value="DELETE" />
              <button type="submit">{t('people.withdraw')}</button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}

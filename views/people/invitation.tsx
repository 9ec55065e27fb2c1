import type { Role } from '../../src/domain/permission.ts';
import { rich, t } from '../../src/messages/language.ts';
import { AccountFields, type Problems } from '../tickets/show.tsx';

/** What somebody new typed, and what is wrong with it. */
export interface NewAccountForm {
  readonly typed?: { readonly name?: string | undefined; readonly signIn?: string | undefined };
  readonly problems?: Problems;
}

export interface InvitationPageProps extends NewAccountForm {
  readonly action: string;
  readonly project: { readonly slug: string; readonly name: string };
  readonly inviter: string;
  readonly role: Role;
  /** The name of who is signed in; absent where nobody is. */
  readonly as: string | undefined;
  /** Whether they are in the project already. */
  readonly isIn: boolean;
  readonly signInAddress: string;
  /** The provider by whom people sign in, and where that begins; absent where there is none. */
  readonly provider: { readonly name: string; readonly address: string } | undefined;
  readonly leastPassword: number;
}

/** An invitation, to be accepted as who one is, or as somebody new. */
export function InvitationPage(props: InvitationPageProps) {
  const { project, inviter, role, as, isIn } = props;
  return (
    <>
      <h1>{t('people.invitation', { project: project.name })}</h1>
      <p>{t('people.invitedBy', { inviter, project: project.name, role: t(`roleInWords.${role}`) })}</p>
      {isIn && <Inside {...props} />}
      {!isIn && as !== undefined && <JoinAs {...props} as={as} />}
      {!isIn && as === undefined && <JoinNew {...props} />}
    </>
  );
}

function Inside({ project }: InvitationPageProps) {
  return (
    <p>
      {t('people.isIn')}{' '}
      <a href={`/?project=${encodeURIComponent(project.slug)}`}>{t('people.openProject')}</a>
    </p>
  );
}

function JoinAs({ action, as }: InvitationPageProps & { as: string }) {
  return (
    <form method="post" action={action}>
      <p class="actions">
        <button type="submit" class="primary">
          {t('people.join', { name: as })}
        </button>
      </p>
      <p class="hint">{t('people.notYou')}</p>
    </form>
  );
}

function JoinNew(props: InvitationPageProps) {
  const { action, signInAddress, provider, typed = {}, problems = {}, leastPassword } = props;
  return (
    <>
      <p>{rich('people.haveAccount', { signIn: (words) => <a href={signInAddress}>{words}</a> })}</p>
      {provider && (
        <p class="actions">
          <a class="button" href={provider.address}>
            {t('ways.byProvider', { provider: provider.name })}
          </a>
        </p>
      )}
      <h2>{t('people.newAccount')}</h2>
      <form method="post" action={action}>
        <AccountFields {...{ typed, problems, leastPassword }} />
        <p class="actions">
          <button type="submit">{t('people.joinNew')}</button>
        </p>
      </form>
    </>
  );
}

import type { Request, RequestHandler, Response } from 'express';
import { InvitationPage, type NewAccountForm } from '../../../views/people/invitation.tsx';
import { checkAccount } from '../../accounts/open-account.ts';
import { MIN_PASSWORD } from '../../accounts/password-rules.ts';
import {
  acceptAsNew,
  acceptInvitation,
  type Invitation,
  readInvitation,
} from '../../actions/people/invitations.ts';
import { InvalidInputError, NotFoundError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { AtDesk } from '../../store/members.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { signInAddress } from '../next.ts';
import { redirect, sendPlainPage } from '../render.tsx';
import { signIn } from '../signed-in.ts';

/** What an invitation leads into. Looking at it does not use it up: programs that read mail do that. */
export const showInvitation: RequestHandler = async (request, response) => {
  sendInvitation(request, response, await invitationFrom(request, response), {});
};

/** Accepts it, as who is signed in, or as somebody new. */
export const acceptOne: RequestHandler = async (request, response) => {
  const invitation = await invitationFrom(request, response);
  try {
    const slug = await slugFor(request, response);
    redirect(response, `/?project=${encodeURIComponent(slug)}`);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const { name, sign_in } = fieldsOf(request);
    const form = { typed: { name, signIn: sign_in }, problems: error.fields };
    sendInvitation(request, response, invitation, form, 422);
  }
};

function invitationFrom(request: Request, { locals: { config, database } }: Response): Promise<Invitation> {
  if (!config.accounts) throw new NotFoundError('invitation');
  return readInvitation(database.db, pathPart(request, 'token'));
}

async function slugFor(request: Request, response: Response): Promise<string> {
  const { db } = response.locals.database;
  const token = pathPart(request, 'token');
  const from = { address: request.ip };
  const current = response.locals.signIn;
  if (current) return acceptInvitation(db, token, current.accountId, from);
  const { name = '', sign_in = '', password = '' } = fieldsOf(request);
  const checked = await checkAccount({ name, signIn: sign_in, password });
  const { accountId, slug } = await acceptAsNew(db, token, checked, from);
  await signIn(request, response, accountId, 'link');
  return slug;
}

function providerFor({ locals: { config } }: Response, next: string) {
  if (!config.oidc) return undefined;
  return { name: config.oidc.name, address: `/sign-in/provider?next=${encodeURIComponent(next)}` };
}

function sendInvitation(
  request: Request,
  response: Response,
  { project, inviter, role }: Invitation,
  form: NewAccountForm,
  status = 200,
): void {
  const action = `/invitations/${encodeURIComponent(pathPart(request, 'token'))}`;
  // Nobody is there who has not signed in.
  const { atDesk }: { readonly atDesk?: AtDesk } = response.locals;
  const children = (
    <InvitationPage
      {...form}
      {...{ action, project, inviter, role }}
      as={atDesk?.person.name}
      isIn={atDesk?.projects.some(({ id }) => id === project.id) ?? false}
      signInAddress={signInAddress(action)}
      provider={providerFor(response, action)}
      leastPassword={MIN_PASSWORD}
    />
  );
  sendPlainPage(response, { title: t('people.invitation', { project: project.name }), children }, status);
}

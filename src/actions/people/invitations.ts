import { audit } from '../../accounts/audit.ts';
import type { ProviderPerson } from '../../accounts/oidc.ts';
import { type CheckedAccount, openAccount, withFreeName } from '../../accounts/open-account.ts';
import { accountByProvider, type CameIn, type ComingIn } from '../../accounts/provider-accounts.ts';
import { issueTicket, readTicket, takeTicket } from '../../accounts/tickets.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { type Member, ownsProject, type Role, require, roleNamed } from '../../domain/permission.ts';
import { accountNames } from '../../store/accounts.ts';
import type { Db, Tx } from '../../store/client.ts';
import { addMember, findMembership } from '../../store/people.ts';
import { findProject } from '../../store/projects.ts';
import { listTickets, type Ticket, withdrawTickets } from '../../store/tickets.ts';
import type { From } from './change-people.ts';

/** To whom a link is given, and as what they come into the project. */
export interface InvitationOrder {
  readonly role: Role;
  /** Until when the link is good. */
  readonly expiresAt: Date;
  /** Until when they are in the project; null without end. */
  readonly until: Date | null;
  readonly email: string | null;
}

/** Gives out a link for once into the project. The token is told here and never again. Throws ForbiddenError. */
export async function invite(db: Db, member: Member, order: InvitationOrder, from: From): Promise<string> {
  require(member, 'managePeople');
  const { projectId, accountId } = member;
  const { role, email, expiresAt } = order;
  const until = order.until?.toISOString() ?? null;
  return db.$transaction(async (tx) => {
    const about = { projectId, role, email, expiresAt, createdById: accountId, details: { until } };
    const { token } = await issueTicket(tx, 'invitation', about);
    await audit(tx, { action: 'invited', projectId, accountId, details: { role, email, until }, ...from });
    return token;
  });
}

/** An invitation as owners see it; `id` names it and lets nobody in. */
export interface OpenInvitation extends Omit<InvitationOrder, 'expiresAt'> {
  readonly id: string;
  readonly expiresAt: Date;
}

/** The invitations of a project that can still be used, newest first. Throws ForbiddenError. */
export async function openInvitations(db: Db, member: Member): Promise<OpenInvitation[]> {
  require(member, 'managePeople');
  const tickets = await listTickets(db, 'invitation', { projectId: member.projectId });
  return tickets.map((ticket) => ({ id: ticket.tokenHash, ...orderOf(ticket) }));
}

/** Takes an invitation back, where it is not used or gone already. Throws ForbiddenError. */
export async function withdrawInvitation(db: Db, member: Member, id: string, from: From): Promise<void> {
  require(member, 'managePeople');
  const { projectId, accountId } = member;
  await db.$transaction(async (tx) => {
    const of = { projectId, tokenHash: id };
    if ((await withdrawTickets(tx, 'invitation', of)) === 0) return;
    await audit(tx, { action: 'invitation-withdrawn', projectId, accountId, ...from });
  });
}

/** What a link leads into. */
export interface Invitation extends InvitationOrder {
  readonly project: { readonly id: string; readonly slug: string; readonly name: string };
  readonly inviter: string;
}

/** What a link leads into. Throws NotFoundError where it is good for nothing: whoever gave it out must own the project still. */
export async function readInvitation(db: Db | Tx, token: string): Promise<Invitation> {
  const ticket = await readTicket(db, 'invitation', token);
  if (!ticket) throw new NotFoundError('invitation');
  return describe(db, ticket);
}

async function describe(db: Db | Tx, ticket: Ticket): Promise<Invitation> {
  const { projectId, createdById } = ticket;
  const project = projectId && (await findProject(db, projectId));
  const inviting = project && createdById ? await findMembership(db, project.id, createdById) : null;
  if (!project || !createdById || !ownsProject(inviting?.role)) throw new NotFoundError('invitation');
  const names = await accountNames(db, [createdById]);
  return { project, inviter: names.get(createdById) ?? '', ...orderOf(ticket) };
}

/** Takes an account into the project that a link leads into; gives the project's slug. Throws NotFoundError. */
export async function acceptInvitation(
  db: Db,
  token: string,
  accountId: string,
  from: From,
): Promise<string> {
  return db.$transaction((tx) => accept(tx, token, accountId, from));
}

/** The same for somebody who has no account yet, in one transaction. Throws InvalidInputError (field `sign_in`) too. */
export async function acceptAsNew(
  db: Db,
  token: string,
  account: CheckedAccount,
  from: From,
): Promise<{ readonly accountId: string; readonly slug: string }> {
  return withFreeName(db, async (tx) => {
    const accountId = await openAccount(tx, account);
    await audit(tx, { action: 'account-opened', accountId, subject: accountId, ...from });
    return { accountId, slug: await accept(tx, token, accountId, from) };
  });
}

/**
 * The account that somebody enters by the provider who follows an invitation: who has none gets one and is in the project,
 * all or nothing; `slug` then names it. Who has one accepts the invitation themselves. A link that is good for nothing lets
 * nobody in who could not come without it.
 */
export async function enterInvited(
  db: Db,
  person: ProviderPerson,
  token: string,
  { domains, address }: Omit<ComingIn, 'invited'>,
): Promise<CameIn & { readonly slug?: string }> {
  let slug: string | undefined;
  const invited = async (tx: Tx, accountId: string) => {
    slug = await accept(tx, token, accountId, { address });
  };
  const isGood = await isInvitation(db, token);
  const cameIn = await accountByProvider(db, person, {
    domains,
    address,
    invited: isGood ? invited : undefined,
  });
  return 'accountId' in cameIn && slug !== undefined ? { ...cameIn, slug } : cameIn;
}

async function isInvitation(db: Db, token: string): Promise<boolean> {
  try {
    await readInvitation(db, token);
    return true;
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    return false;
  }
}

/** Somebody who is in the project already stays what they are, and the link stays good. */
async function accept(tx: Tx, token: string, accountId: string, from: From): Promise<string> {
  const { project } = await readInvitation(tx, token);
  if (await findMembership(tx, project.id, accountId)) return project.slug;
  const ticket = await takeTicket(tx, 'invitation', token);
  if (!ticket) throw new NotFoundError('invitation');
  const { role, until } = orderOf(ticket);
  await addMember(tx, { projectId: project.id, accountId, role, until });
  const details = { role, until: until?.toISOString() ?? null };
  await audit(tx, {
    action: 'joined',
    projectId: project.id,
    accountId,
    subject: accountId,
    details,
    ...from,
  });
  return project.slug;
}

/** A role of another version lets nobody do anything. */
function orderOf({ role, details, expiresAt, email }: Ticket): InvitationOrder {
  // Only `invite` writes the details of an invitation.
  const { until = null } = { ...(details as { readonly until?: string | null } | null) };
  const known = roleNamed(role) ?? 'reader';
  return { role: known, expiresAt, email, until: until === null ? null : new Date(until) };
}

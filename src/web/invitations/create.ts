import type { Request, RequestHandler, Response } from 'express';
import { invitationLetter } from '../../accounts/letters.ts';
import { deskMail } from '../../accounts/mail.ts';
import { invite, withdrawInvitation } from '../../actions/people/invitations.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { require } from '../../domain/permission.ts';
import { readSignInName } from '../../domain/sign-in-name.ts';
import { t } from '../../messages/language.ts';
import { deskAddress } from '../desk-address.ts';
import { fieldsOf, pathPart } from '../fields.ts';
import { describeError } from '../log.ts';
import { roleIn, untilIn } from '../people/form.ts';
import { sendPeople } from '../people/index.tsx';
import { goOn } from '../people/update.ts';
import { viewerOfProject } from '../projects/load.ts';
import type { Viewer } from '../viewer.ts';

const DAY = 24 * 60 * 60 * 1000;
const MAX_DAYS = 30;

/** Makes a link that invites somebody into the project, and shows it, this once. */
export const createInvitation: RequestHandler = async (request, response) => {
  const viewer = viewerOfProject(request, response);
  require(viewer.member, 'managePeople');
  const fields = fieldsOf(request);
  const { role, until: typedUntil, email: typedEmail, days } = fields;
  try {
    if (!response.locals.config.accounts) throw new InvalidInputError({ people: t('people.noAccounts') });
    const order = orderIn(fields);
    const { db } = response.locals.database;
    const token = await invite(db, viewer.member, order, { address: request.ip });
    const link = new URL(`/invitations/${token}`, deskAddress(response));
    const isMailed = await mailLink(response, viewer, order, link);
    const made = {
      link: link.href,
      until: order.expiresAt,
      isMailed,
      ...(order.email && { email: order.email }),
    };
    await sendPeople(request, response, { made });
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const invitation = { role, until: typedUntil, email: typedEmail, days };
    await sendPeople(request, response, { invitation, problems: asInvitation(error.fields) }, 422);
  }
};

type Order = Parameters<typeof invite>[2];

function orderIn(fields: Readonly<Record<string, string | undefined>>): Order {
  const problems: Record<string, string> = {};
  const role = roleIn(fields, problems);
  const until = untilIn(fields, problems);
  const email = emailIn(fields.email ?? '', problems);
  const days = Number(fields.days || 7);
  if (!(Number.isInteger(days) && days >= 1 && days <= MAX_DAYS)) problems.days = t('people.badDays');
  if (Object.keys(problems).length > 0) throw new InvalidInputError(problems);
  return { role, until, email, expiresAt: new Date(Date.now() + days * DAY) };
}

function emailIn(typed: string, problems: Record<string, string>): string | null {
  if (typed.trim() === '') return null;
  try {
    const read = readSignInName(typed);
    if (read.kind === 'email') return read.email;
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
  }
  problems.email = t('people.badEmail');
  return null;
}

/** The fields of the form have names of their own on a page that has other forms. */
function asInvitation(problems: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(problems);
  return Object.fromEntries(entries.map(([name, why]) => [name === 'people' ? name : `new_${name}`, why]));
}

/** Whether the link was mailed too. A server of mail that is away does not keep anybody from handing the link on. */
async function mailLink(
  { locals: { config, log, requestId } }: Response,
  { person, project }: Viewer,
  { email, expiresAt }: Order,
  link: URL,
): Promise<boolean> {
  if (!email || !config.mail) return false;
  const desk = new URL('/', link);
  const about = { project: project.name, inviter: person.name, until: expiresAt };
  try {
    await deskMail(config.mail).send(invitationLetter({ to: email, desk, link, ...about }));
    return true;
  } catch (error) {
    log.error({ id: requestId, ...describeError(log, error) }, 'mail was not sent');
    return false;
  }
}

/** Takes an invitation back that was not used. */
export const destroyInvitation: RequestHandler = async (request: Request, response) => {
  const { member } = viewerOfProject(request, response);
  const id = pathPart(request, 'id');
  await withdrawInvitation(response.locals.database.db, member, id, { address: request.ip });
  goOn(request, response, 'withdrawn');
};

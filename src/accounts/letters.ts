import { inTime, t } from '../messages/language.ts';
import type { Letter } from './mail.ts';

interface LinkLetter {
  readonly to: string;
  /** Where the desk is reached. */
  readonly desk: URL;
  readonly link: URL;
  /** Until when the link works. */
  readonly until: Date;
}

export interface Invitation extends LinkLetter {
  readonly project: string;
  /** The name of who invites. */
  readonly inviter: string;
}

/** The mail that brings somebody the link of an invitation. */
export function invitationLetter({ to, desk, link, until, project, inviter }: Invitation): Letter {
  const values = { desk: desk.host, project, inviter, link: link.href, until: momentOf(until) };
  return { to, subject: t('mail.invitationSubject', values), text: t('mail.invitation', values) };
}

/** The mail that brings somebody the link to a new password. */
export function resetLetter({ to, desk, link, until }: LinkLetter): Letter {
  const values = { desk: desk.host, link: link.href, until: momentOf(until) };
  return { to, subject: t('mail.resetSubject', values), text: t('mail.reset', values) };
}

export interface Change {
  readonly to: string;
  readonly desk: URL;
  /** What was changed, in a sentence. */
  readonly what: string;
  readonly when: Date;
}

/** The mail that tells somebody of a change of how they sign in, in case it was not them. */
export function changeLetter({ to, desk, what, when }: Change): Letter {
  const link = new URL('/account', desk).href;
  const values = { desk: desk.host, what, when: momentOf(when), link };
  return { to, subject: t('mail.changedSubject', values), text: t('mail.changed', values) };
}

/** With its zone, since nobody knows in which one a mail is read. */
function momentOf(moment: Date): string {
  return inTime(moment, { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' });
}

import type { Transporter } from 'nodemailer';
import { isThisMachine } from './this-machine.ts';

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://host`. */
  readonly url: URL;
  /** Who the mails are from. */
  readonly from: string;
}

/** A mail in plain words. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** The post office of a desk. */
export interface Mail {
  /** Hands a letter to the server; throws where it does not take it. */
  send(letter: Letter): Promise<void>;
}

/** In ms; nobody waits for a mail that is sent. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

const known = new WeakMap<MailSettings, Mail>();

/** The post office of a desk with these settings: always the same one. */
export function deskMail(settings: MailSettings): Mail {
  const mail = known.get(settings) ?? mailOf(settings);
  known.set(settings, mail);
  return mail;
}

/** Mails through a server of the group's own. The package is loaded with the first one. */
export function mailOf({ url, from }: MailSettings): Mail {
  let made: Promise<Transporter> | undefined;
  return {
    async send({ to, subject, text }) {
      made ??= transporter(url);
      // As an object, so that nothing in an address is read as another one.
      await (await made).sendMail({ from, to: { name: '', address: to }, subject: inOneLine(subject), text });
    },
  };
}

async function transporter(url: URL): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host: url.hostname.replaceAll(/[[\]]/g, ''),
    port: url.port === '' ? undefined : Number(url.port),
    secure: url.protocol === 'smtps:',
    // Links that open an account never go over the net unencrypted, whoever stands in between.
    requireTLS: !isThisMachine(url),
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...TIMEOUTS,
  });
}

function inOneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

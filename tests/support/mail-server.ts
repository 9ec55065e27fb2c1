import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { headerWords, partsOf, splitHeaders, wordsIn } from '../../src/formats/mime/parts.ts';
import { selfSignedCertificate } from './self-signed.ts';

/** A mail as it came in. */
export interface ReceivedMail {
  /** The envelope: who takes it, whatever stands inside. */
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  readonly subject: string;
  readonly text: string;
  /** Whether it came over an encrypted connection, and by whom. */
  readonly isEncrypted: boolean;
  readonly user: string | undefined;
}

export interface MailServerOptions {
  readonly users?: Readonly<Record<string, string>>;
  /** Without, it cannot encrypt. */
  readonly encrypts?: boolean;
  /** Any free one unless it is said. */
  readonly port?: number;
}

export interface MailServer {
  readonly port: number;
  readonly inbox: readonly ReceivedMail[];
  /** The next mail that comes in. */
  next(): Promise<ReceivedMail>;
  close(): Promise<void>;
}

/** A server that takes every mail and keeps it. */
export async function startMailServer({
  users,
  encrypts = false,
  port: wanted = 0,
}: MailServerOptions = {}): Promise<MailServer> {
  const inbox: ReceivedMail[] = [];
  const waiting: ((mail: ReceivedMail) => void)[] = [];
  const server = new SMTPServer({
    ...(encrypts && selfSignedCertificate()),
    authOptional: users === undefined,
    allowInsecureAuth: true,
    disabledCommands: encrypts ? [] : ['STARTTLS'],
    onAuth: ({ username = '', password }, _session, done) => {
      if (users?.[username] === password) done(null, { user: username });
      else done(new Error('no such user'));
    },
    onData: (stream, { envelope, secure, user }, done) => {
      buffer(stream).then((bytes) => {
        const to = envelope.rcptTo.map(({ address }) => address);
        const mail = { ...readMail(bytes.toString('latin1')), to, isEncrypted: secure, user };
        inbox.push(mail);
        waiting.shift()?.(mail);
        done();
      }, done);
    },
  });
  server.listen(wanted, '127.0.0.1');
  await once(server.server, 'listening');
  // A TCP server that listens has an address of this shape.
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    inbox,
    next: () => new Promise((resolve) => waiting.push(resolve)),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function readMail(message: string): Pick<ReceivedMail, 'headers' | 'subject' | 'text'> {
  const { headers } = splitHeaders(message);
  const [part] = partsOf(message);
  const text = part && wordsIn(part.bytes, 'utf-8');
  return {
    headers,
    subject: headerWords(headers.get('subject') ?? ''),
    text: text?.replaceAll('\r\n', '\n').trim() ?? '',
  };
}

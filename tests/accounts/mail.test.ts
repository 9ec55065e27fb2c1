import { afterEach, describe, expect, test } from 'vitest';
import { changeLetter, invitationLetter, resetLetter } from '../../src/accounts/letters.ts';
import { mailOf } from '../../src/accounts/mail.ts';
import { type MailServer, type MailServerOptions, startMailServer } from '../support/mail-server.ts';

const from = 'On Record <desk@example.org>';
const letter = { to: 'ann@news.example', subject: 'A subject', text: 'Words.\nMore.' };
const servers: MailServer[] = [];

async function server(options?: MailServerOptions): Promise<MailServer> {
  const started = await startMailServer(options);
  servers.push(started);
  return started;
}

afterEach(async () => {
  for (const started of servers.splice(0)) await started.close();
});

function through({ port }: MailServer, login = '') {
  return mailOf({ url: new URL(`smtp://${login}127.0.0.1:${port}`), from });
}

describe('a mail', () => {
  test('arrives in plain words', async () => {
    const there = await server();
    await through(there).send(letter);
    const [mail] = there.inbox;
    expect(mail).toMatchObject({ to: ['ann@news.example'], subject: 'A subject', text: 'Words.\nMore.' });
    expect(mail?.headers.get('from')).toBe(from);
    expect(mail?.headers.get('content-type')).toMatch(/^text\/plain/);
  });

  test('keeps its links whole, however long, and words of any script', async () => {
    const there = await server();
    const text = `Łódź “quoted” 東京 😀\n\nhttps://desk.example.org/invitations/${'x'.repeat(300)}\n\n.\nend`;
    await through(there).send({ ...letter, subject: 'Żółć: 東京 😀', text });
    expect(there.inbox[0]).toMatchObject({ subject: 'Żółć: 東京 😀', text });
  });

  test.each([
    ['subject', { subject: 'Hello\r\nBcc: eve@evil.example\r\n\r\nBody' }],
    ['address', { to: 'ann@news.example\r\nBcc: eve@evil.example' }],
    ['address in a list', { to: 'ann@news.example, eve@evil.example' }],
    ['address with a name', { to: 'Eve <eve@evil.example>' }],
  ])('goes to nobody else by a foul %s', async (_what, foul) => {
    const there = await server();
    await through(there)
      .send({ ...letter, ...foul })
      .catch(() => {});
    for (const { to, headers } of there.inbox) {
      expect(to).not.toContain('eve@evil.example');
      expect(headers.has('bcc')).toBe(false);
    }
  });

  test('is sent by a name and a password, whatever signs they have', async () => {
    const there = await server({ users: { 'desk@x': 'p:a/s s@' } });
    await through(there, 'desk%40x:p%3Aa%2Fs%20s%40@').send(letter);
    expect(there.inbox[0]?.user).toBe('desk@x');
    await expect(through(there, 'desk%40x:wrong@').send(letter)).rejects.toThrow();
  });

  test('that is not taken is said, and the next one is tried anew', async () => {
    const there = await server();
    const mail = through(there);
    await there.close();
    servers.pop();
    await expect(mail.send(letter)).rejects.toThrow();
    await expect(mail.send(letter)).rejects.toThrow();
  });
});

test('to another machine no mail goes unencrypted', async () => {
  const there = await server();
  // A name of this machine that is not known to be one, so that it counts as another.
  const mail = mailOf({ url: new URL(`smtp://0.0.0.0:${there.port}`), from });
  await expect(mail.send(letter)).rejects.toThrow(/TLS/);
  expect(there.inbox).toEqual([]);
});

describe('a letter', () => {
  const desk = new URL('https://desk.example.org');
  const link = new URL('https://desk.example.org/invitations/abc');
  const until = new Date('2026-12-05T10:00:00Z');

  test('of an invitation says who, where to, and until when', () => {
    const made = invitationLetter({ to: 'a@b.example', desk, link, until, project: 'Iraq', inviter: 'Ann' });
    expect(made).toMatchObject({ to: 'a@b.example', subject: 'Invitation to Iraq on desk.example.org' });
    expect(made.text).toMatch(/^Ann invites you to work on “Iraq” at desk\.example\.org\./);
    expect(made.text.split('\n')).toContain(link.href);
    expect(made.text).toMatch(/until 5 December 2026 at 10:00:00 UTC/);
  });

  test('of a reset brings the link', () => {
    const made = resetLetter({ to: 'a@b.example', desk, link, until });
    expect(made.subject).toBe('A new password for desk.example.org');
    expect(made.text.split('\n')).toContain(link.href);
  });

  test('of a change says what, and where to look', () => {
    const what = 'A passkey was added.';
    const made = changeLetter({ to: 'a@b.example', desk, what, when: until });
    expect(made.text).toMatch(/^A passkey was added\./);
    expect(made.text.split('\n')).toContain('https://desk.example.org/account');
  });
});

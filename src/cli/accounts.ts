import { parseArgs } from 'node:util';
import { closeAccount } from '../accounts/close-account.ts';
import { claimFirstAccount, openAccount, withFreeName } from '../accounts/open-account.ts';
import { issueReset } from '../accounts/passwords.ts';
import { signInKeyOf } from '../accounts/sign-in.ts';
import { removeAllWays } from '../accounts/ways-in.ts';
import type { Config } from '../config.ts';
import { checkedName } from '../domain/person-settings.ts';
import { foldSignInName, readSignInName } from '../domain/sign-in-name.ts';
import { accountNames } from '../store/accounts.ts';
import type { Db } from '../store/client.ts';
import {
  type Credential,
  findCredential,
  findCredentialByKey,
  hasCredentials,
  listCredentials,
} from '../store/credentials.ts';
import { type Command, EXIT, type ExitCode, type Surroundings, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

const OPTIONS = {
  'sign-in': { type: 'string' },
  admin: { type: 'boolean', default: false },
  'all-ways': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

interface Values {
  readonly 'sign-in'?: string | undefined;
  readonly admin: boolean;
  readonly 'all-ways': boolean;
  readonly json: boolean;
}

export const command: Command = {
  usage: `add NAME [--sign-in ADDRESS] [--admin]
       onrecord accounts reset ACCOUNT [--all-ways]
       onrecord accounts list [--json]
       onrecord accounts close ACCOUNT

Whoever can run this command can already read the database, so it asks for no password.

add makes an account and prints a link where the person chooses a password; it works once, for one day. The first
account owns the work that was done here before. reset prints such a link for an existing account. close signs the person
out everywhere and stops them from signing in; their work stays. ACCOUNT is what they sign in with, or an id from the
list.

  --sign-in ADDRESS  what they sign in with, an e-mail address or a name without an @; without it, their name
  --admin            an administrator, who manages accounts, projects and the log
  --all-ways         for someone who has lost every way to sign in: removes one-time codes, recovery codes, passkeys and links to
                     a provider, and ends every session
  --json             a line of JSON an account`,
  async run(args, surroundings) {
    const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
    const [deed = 'list', ...rest] = positionals;
    const work = DEEDS[deed];
    if (!work) throw new UsageError(`there is no "accounts ${deed}"`);
    return withDatabase(surroundings, ({ db }, config) => work({ db, config, values, rest, surroundings }));
  },
};

interface Deed {
  readonly db: Db;
  readonly config: Config;
  readonly values: Values;
  readonly rest: readonly string[];
  readonly surroundings: Surroundings;
}

const DEEDS: Readonly<Record<string, (deed: Deed) => Promise<ExitCode>>> = { add, reset, list, close };

async function add({ db, config, values, rest, surroundings }: Deed): Promise<ExitCode> {
  const typed = theOnly(rest, 'a name');
  const account = { name: checkedName(typed), signIn: readSignInName(values['sign-in'] ?? typed) };
  const accountId = await withFreeName(db, async (tx) =>
    (await hasCredentials(tx))
      ? openAccount(tx, { ...account, isAdmin: values.admin }, {})
      : claimFirstAccount(tx, account),
  );
  return printLink(config, await issueReset(db, accountId, {}), surroundings);
}

async function reset({ db, config, values, rest, surroundings }: Deed): Promise<ExitCode> {
  const account = await accountNamed(db, theOnly(rest, 'an account'));
  if (account.closedAt !== null) throw new Error('this account is closed');
  if (values['all-ways']) await removeAllWays(db, account.accountId);
  return printLink(config, await issueReset(db, account.accountId, {}), surroundings);
}

function printLink({ publicAddress, host, port }: Config, token: string, { output }: Surroundings): ExitCode {
  const here = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  output.write(`${publicAddress ?? here}/tickets/${token}\n`);
  return EXIT.done;
}

async function close({ db, rest, surroundings }: Deed): Promise<ExitCode> {
  const { accountId } = await accountNamed(db, theOnly(rest, 'an account'));
  const isClosed = await closeAccount(db, accountId, {});
  surroundings.output.write(isClosed ? 'closed\n' : 'it was closed already\n');
  return EXIT.done;
}

async function list({ db, values, rest, surroundings }: Deed): Promise<ExitCode> {
  if (rest.length > 0) throw new UsageError(`list does not take "${rest[0]}"`);
  const credentials = await listCredentials(db);
  const names = await accountNames(
    db,
    credentials.map(({ accountId }) => accountId),
  );
  const write = values.json ? jsonLine : plainLine;
  for (const credential of credentials)
    surroundings.output.write(write(credential, names.get(credential.accountId) ?? ''));
  return EXIT.done;
}

function plainLine({ accountId, email, nameKey, isAdmin, closedAt }: Credential, name: string): string {
  const words = [isAdmin ? 'admin' : '', closedAt === null ? '' : 'closed'].filter(Boolean);
  return `${accountId}  ${name} (${[email ?? nameKey, ...words].join(', ')})\n`;
}

function jsonLine({ accountId: id, email, nameKey, isAdmin, closedAt }: Credential, name: string): string {
  return `${JSON.stringify({ id, name, signIn: email ?? nameKey, isAdmin, closedAt })}\n`;
}

function theOnly(rest: readonly string[], what: string): string {
  const [only, more] = rest;
  if (only === undefined) throw new UsageError(`${what} is missing`);
  if (more !== undefined) throw new UsageError(`unexpected "${more}"; put words with spaces in quotes`);
  return only;
}

async function accountNamed(db: Db, typed: string): Promise<Credential> {
  const found =
    (await findCredential(db, typed)) ?? (await findCredentialByKey(db, signInKeyOf(foldSignInName(typed))));
  if (!found) throw new UsageError(`nobody signs in with "${typed}"`);
  return found;
}

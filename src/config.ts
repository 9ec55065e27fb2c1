import { join, resolve } from 'node:path';
import { z } from 'zod';
import {
  isLoopback,
  isMailAddress,
  isOfThisMachine,
  isOrigin,
  isProviderAddress,
  isSafeOrigin,
  isTrust,
  isWriting,
  trustOf,
  wholeNumber,
} from './setting-values.ts';

/** The settings of one running desk; docs/settings.md explains each. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Whether people sign in; without it everybody who reaches the desk is its one person. */
  readonly accounts: boolean;
  /** The origin under which browsers reach the desk, such as `https://desk.example`, where it is not the one served on. */
  readonly publicAddress: string | undefined;
  /** Whose word on the client's address is taken: as many proxies as this, or those at these addresses. */
  readonly trustProxy: number | readonly string[];
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** An address of the same PostgreSQL database past poolers and proxies, for what migrates. */
  readonly directUrl: string | undefined;
  /** How long a statement may take on PostgreSQL, in ms. */
  readonly statementLimit: number;
  /** Where a SQLite database is copied to before it is migrated. */
  readonly backupsDir: string;
  /** When a SQLite database is backed up by itself, in ms (0: never), and what stays of that. */
  readonly backups: { readonly every: number; readonly keep: number; readonly keepDays: number };
  readonly logLevel: LogLevel;
  /** `auto`: words where standard error is a terminal, else JSON. */
  readonly log: 'auto' | LogFormat;
  /** In UTF-16 code units, as `text.length` counts. */
  readonly maxArticleLength: number;
  /** Of one file that holds one article. */
  readonly maxUploadBytes: number;
  /** Of all files that are handed in together, archives and tables among them. */
  readonly maxImportBytes: number;
  /** Whether web addresses may lead to this machine; for tests. */
  readonly allowLoopback: boolean;
  /** What seals the secrets of one-time codes; a file in `dataDir` where it is not set. */
  readonly deskKey: string | undefined;
  /** A provider of sign-ins (OpenID Connect), where there is one. */
  readonly oidc: OidcConfig | undefined;
  /** The server that takes mails, where there is one, and who they are from. */
  readonly mail: { readonly url: URL; readonly from: string } | undefined;
}

export interface OidcConfig {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** What people call it. */
  readonly name: string;
  /** Whoever has a verified address of these may come in without an invitation. */
  readonly domains: readonly string[];
}

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How the log is written: an object a line, for programs, or in words. */
export type LogFormat = 'json' | 'text';

const HOUR = 3_600_000;

/** A setting has a value that cannot be used; the message names each such setting on one line. */
export class SettingsError extends Error {}

/** How people sign in beside a password, and mail. */
const WAYS_TO_SIGN_IN = {
  DESK_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
  OIDC_ISSUER: z
    .string()
    .refine(isProviderAddress, 'must be an address that begins with https://, without a query')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must have at most 60 characters').optional(),
  OIDC_DOMAINS: z
    .string()
    .regex(
      /^[^\s@,]+\.[^\s@,]+( *, *[^\s@,]+\.[^\s@,]+)*$/,
      'must be domains of mail, such as example.org, example.net',
    )
    .optional(),
  MAIL_URL: z
    .string()
    .refine(isMailAddress, 'must be like smtp://user:password@host:587 or smtps://user:password@host')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/,
      'must be an address of mail, such as On Record <desk@example.org>',
    )
    .optional(),
};

const FIELDS = z.object({
  ...WAYS_TO_SIGN_IN,
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address of this machine, or a name of it')
    .default('127.0.0.1'),
  ACCOUNTS: z.enum(['on', 'off'], 'must be on or off').default('off'),
  PUBLIC_ADDRESS: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://desk.example, without a path')
    .refine(isSafeOrigin, 'must begin with https, except for this machine itself: passwords go there')
    .optional(),
  TRUST_PROXY: z
    .string()
    .refine(isTrust, 'must be off, how many proxies stand in front, or their addresses, joined by commas')
    .default('off'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|postgres(ql)?:\/\/.)/, 'must begin with file: or postgresql://')
    .refine(
      isWriting,
      'must have any, read-write or primary as target_session_attrs, since On Record writes to the database',
    )
    .optional(),
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'must begin with postgresql://')
    .refine(isWriting, 'must have any, read-write or primary as target_session_attrs')
    .optional(),
  DATABASE_TIMEOUT: wholeNumber(1, 3600).default(15),
  BACKUP_EVERY: wholeNumber(0, 8760).default(24),
  BACKUP_KEEP: wholeNumber(1, 10_000).default(14),
  BACKUP_KEEP_DAYS: wholeNumber(1, 36_500).default(90),
  LOG: z.enum(['auto', 'json', 'text'], 'must be auto, json or text').default('auto'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  MAX_ARTICLE_LENGTH: wholeNumber(1, 50_000_000).default(2_000_000),
  MAX_UPLOAD_BYTES: wholeNumber(1, 500_000_000).default(8_000_000),
  MAX_IMPORT_BYTES: wholeNumber(1, 2_000_000_000).default(100_000_000),
  FETCH_LOOPBACK: z.enum(['refuse', 'allow'], 'must be refuse or allow').default('refuse'),
});

/** What makes sense together only. */
const PAIRS = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID'],
  ['OIDC_CLIENT_ID', 'OIDC_ISSUER'],
  ['MAIL_URL', 'MAIL_FROM'],
  ['MAIL_FROM', 'MAIL_URL'],
] as const;

/** What settings say together; each rule holds by itself, whatever else is wrong. */
const settings = FIELDS.check(inPairs)
  .refine(({ ACCOUNTS, HOST }) => ACCOUNTS === 'on' || isLoopback(HOST), {
    path: ['HOST'],
    error:
      'must be localhost, 127.0.0.1 or ::1 unless ACCOUNTS is on: nobody signs in, so anyone could do everything',
    when: () => true,
  })
  .refine(
    ({ ACCOUNTS, PUBLIC_ADDRESS }) =>
      ACCOUNTS === 'on' || PUBLIC_ADDRESS === undefined || isOfThisMachine(PUBLIC_ADDRESS),
    {
      path: ['PUBLIC_ADDRESS'],
      error: 'must be an address of this machine alone unless ACCOUNTS is on',
      when: () => true,
    },
  )
  .refine(
    ({ ACCOUNTS, HOST, PUBLIC_ADDRESS }) =>
      ACCOUNTS !== 'on' || PUBLIC_ADDRESS !== undefined || isLoopback(HOST),
    {
      path: ['PUBLIC_ADDRESS'],
      error: 'must say where browsers reach the desk, since HOST is not an address of this machine alone',
      when: () => true,
    },
  )
  // Who reaches a desk that serves others too must not reach through it what only this machine may.
  .refine(
    ({ FETCH_LOOPBACK, HOST, PUBLIC_ADDRESS }) =>
      FETCH_LOOPBACK === 'refuse' ||
      (isLoopback(HOST) && (PUBLIC_ADDRESS === undefined || isOfThisMachine(PUBLIC_ADDRESS))),
    {
      path: ['FETCH_LOOPBACK'],
      error: 'must be refuse where HOST is not an address of this machine alone',
      when: () => true,
    },
  );

/** The names of all settings, for the test that holds the documentation to them. */
export const settingNames = Object.keys(FIELDS.shape);

/** Reads the settings out of the environment; an empty value counts as none. Throws a `SettingsError`. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(sentence).join('; '));
  const { data } = parsed;
  const dataDir = resolve(data.DATA_DIR);
  return {
    port: data.PORT,
    host: data.HOST,
    accounts: data.ACCOUNTS === 'on',
    publicAddress: data.PUBLIC_ADDRESS && new URL(data.PUBLIC_ADDRESS).origin,
    trustProxy: trustOf(data.TRUST_PROXY),
    dataDir,
    databaseUrl: data.DATABASE_URL ?? `file:${join(dataDir, 'on-record.db')}`,
    directUrl: data.DATABASE_DIRECT_URL,
    statementLimit: data.DATABASE_TIMEOUT * 1000,
    backupsDir: join(dataDir, 'backups'),
    backups: { every: data.BACKUP_EVERY * HOUR, keep: data.BACKUP_KEEP, keepDays: data.BACKUP_KEEP_DAYS },
    logLevel: data.LOG_LEVEL,
    log: data.LOG,
    maxArticleLength: data.MAX_ARTICLE_LENGTH,
    maxUploadBytes: data.MAX_UPLOAD_BYTES,
    maxImportBytes: data.MAX_IMPORT_BYTES,
    allowLoopback: data.FETCH_LOOPBACK === 'allow',
    ...waysToSignIn(data),
  };
}

function inPairs({ value, issues }: z.core.ParsePayload<z.infer<typeof FIELDS>>): void {
  for (const [name, other] of PAIRS) {
    if (value[name] === undefined || value[other] !== undefined) continue;
    issues.push({ code: 'custom', input: value, path: [other], message: `must be set where ${name} is` });
  }
}

function waysToSignIn(data: z.infer<typeof FIELDS>): Pick<Config, 'deskKey' | 'oidc' | 'mail'> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, MAIL_URL: mail, MAIL_FROM: from } = data;
  return {
    deskKey: data.DESK_KEY,
    mail: mail !== undefined && from !== undefined ? { url: new URL(mail), from } : undefined,
    oidc:
      issuer === undefined || clientId === undefined
        ? undefined
        : {
            issuer: new URL(issuer),
            clientId,
            clientSecret: data.OIDC_CLIENT_SECRET,
            name: data.OIDC_NAME ?? new URL(issuer).hostname,
            domains: data.OIDC_DOMAINS?.toLowerCase().split(/ *, */) ?? [],
          },
  };
}

function sentence(issue: z.core.$ZodIssue): string {
  return `${String(issue.path[0])} ${issue.message}`;
}

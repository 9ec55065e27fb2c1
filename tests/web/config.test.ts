import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig, SettingsError } from '../../src/config.ts';

describe('without settings', () => {
  test('the desk is on this machine, with its data in ./data', () => {
    const dataDir = resolve('data');
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      accounts: false,
      publicAddress: undefined,
      trustProxy: 0,
      dataDir,
      backups: { every: 86_400_000, keep: 14, keepDays: 90 },
      directUrl: undefined,
      statementLimit: 15_000,
      databaseUrl: `file:${dataDir}/on-record.db`,
      backupsDir: `${dataDir}/backups`,
      logLevel: 'info',
      log: 'auto',
      maxArticleLength: 2_000_000,
      maxUploadBytes: 8_000_000,
      maxImportBytes: 100_000_000,
      allowLoopback: false,
      deskKey: undefined,
      oidc: undefined,
      mail: undefined,
    });
  });

  test('an empty value counts as none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });
});

test('settings are taken from the environment', () => {
  const config = readConfig({
    PORT: '0',
    HOST: '::1',
    DATA_DIR: '/srv/desk',
    LOG_LEVEL: 'silent',
    LOG: 'text',
    MAX_ARTICLE_LENGTH: '10',
    MAX_UPLOAD_BYTES: '20',
    MAX_IMPORT_BYTES: '30',
    FETCH_LOOPBACK: 'allow',
    PATH: '/usr/bin',
  });
  expect(config).toMatchObject({
    port: 0,
    host: '::1',
    logLevel: 'silent',
    log: 'text',
    maxArticleLength: 10,
    maxUploadBytes: 20,
    maxImportBytes: 30,
    allowLoopback: true,
  });
  expect(config.databaseUrl).toBe('file:/srv/desk/on-record.db');
});

test('the database may be elsewhere', () => {
  const databaseUrl = 'postgresql://desk@localhost/desk';
  expect(readConfig({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl });
});

test.each([
  ['PORT', '80a'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '3000.5'],
  ['PORT', ' '],
  ['HOST', '0.0.0.0'],
  ['HOST', '::'],
  ['HOST', '192.168.1.5'],
  ['HOST', '127.example.org'],
  ['DATABASE_URL', 'mysql://localhost/desk'],
  ['DATABASE_URL', 'file:'],
  ['LOG_LEVEL', 'loud'],
  ['MAX_ARTICLE_LENGTH', '0'],
  ['MAX_ARTICLE_LENGTH', 'many'],
  ['MAX_UPLOAD_BYTES', '8MB'],
  ['MAX_IMPORT_BYTES', '2000000001'],
  ['FETCH_LOOPBACK', 'yes'],
  ['DESK_KEY', 'short'],
  ['MAIL_URL', 'https://mail.example'],
  ['MAIL_URL', 'mail.example'],
  ['ACCOUNTS', 'yes'],
  ['PUBLIC_ADDRESS', 'desk.example'],
  ['PUBLIC_ADDRESS', 'https://desk.example'],
  ['PUBLIC_ADDRESS', 'http://localhost:3000/desk'],
  ['PUBLIC_ADDRESS', 'http://user@localhost:3000'],
  ['PUBLIC_ADDRESS', 'ftp://localhost'],
  ['TRUST_PROXY', 'on'],
  ['TRUST_PROXY', '0'],
  ['TRUST_PROXY', '10.0.0.1,proxy.example'],
  ['TRUST_PROXY', '10.0.0.0/33'],
])('a wrong value is refused by name in one line: %s=%s', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(SettingsError);
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]+$`));
});

test('all wrong values are told at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/^PORT must .*; LOG_LEVEL must /);
});

describe('with accounts', () => {
  const settings = { ACCOUNTS: 'on', HOST: '0.0.0.0', PUBLIC_ADDRESS: 'https://desk.example/' };

  test('any address is served on, under the one that browsers reach', () => {
    const config = readConfig({ ...settings, TRUST_PROXY: '1' });
    expect(config).toMatchObject({ accounts: true, host: '0.0.0.0', trustProxy: 1 });
    expect(config.publicAddress).toBe('https://desk.example');
    expect(readConfig({ ACCOUNTS: 'on', HOST: '::1' }).publicAddress).toBeUndefined();
  });

  test('where the desk is reached must be said, and no password goes there unencrypted', () => {
    expect(() => readConfig({ ...settings, PUBLIC_ADDRESS: '' })).toThrow(/^PUBLIC_ADDRESS must say where/);
    expect(() => readConfig({ ...settings, PUBLIC_ADDRESS: 'http://desk.example' })).toThrow(
      /^PUBLIC_ADDRESS must begin with https/,
    );
    expect(readConfig({ ...settings, PUBLIC_ADDRESS: 'http://localhost:8080' })).toBeDefined();
  });

  test.each([
    ['off', 0],
    ['3', 3],
    ['10.0.0.1', ['10.0.0.1']],
    ['loopback, fd00::/8', ['loopback', 'fd00::/8']],
  ])('proxies are trusted by number or address: %s', (value, trust) => {
    expect(readConfig({ TRUST_PROXY: value }).trustProxy).toEqual(trust);
  });
});

test('fetching from this machine is for a desk that this machine alone reaches', () => {
  const settings = { HOST: '0.0.0.0', FETCH_LOOPBACK: 'allow' };
  expect(() => readConfig(settings)).toThrow(/FETCH_LOOPBACK must be refuse where HOST/);
  expect(readConfig({ ...settings, HOST: '::1' }).allowLoopback).toBe(true);
  const behindProxy = { FETCH_LOOPBACK: 'allow', ACCOUNTS: 'on', PUBLIC_ADDRESS: 'https://desk.example' };
  expect(() => readConfig(behindProxy)).toThrow(/^FETCH_LOOPBACK must be refuse/);
});

describe('ways to sign in', () => {
  const oidc = { OIDC_ISSUER: 'https://id.example/realms/news', OIDC_CLIENT_ID: 'desk' };
  const mail = { MAIL_URL: 'smtps://mail.example', MAIL_FROM: 'On Record <desk@news.example>' };

  test('are a provider and mail', () => {
    expect(readConfig({ ...oidc, ...mail, OIDC_DOMAINS: 'News.example , other.example' })).toMatchObject({
      oidc: {
        issuer: new URL(oidc.OIDC_ISSUER),
        clientId: 'desk',
        clientSecret: undefined,
        name: 'id.example',
        domains: ['news.example', 'other.example'],
      },
      mail: { url: new URL(mail.MAIL_URL), from: mail.MAIL_FROM },
    });
    expect(readConfig({ ...oidc, OIDC_NAME: 'the newsroom' }).oidc).toMatchObject({
      name: 'the newsroom',
      domains: [],
    });
  });

  test.each([
    [{ OIDC_ISSUER: oidc.OIDC_ISSUER }, /^OIDC_CLIENT_ID must be set where OIDC_ISSUER is$/],
    [{ OIDC_CLIENT_ID: 'desk' }, /^OIDC_ISSUER must be set where OIDC_CLIENT_ID is$/],
    [{ MAIL_URL: mail.MAIL_URL }, /^MAIL_FROM must be set where MAIL_URL is$/],
    [{ MAIL_FROM: mail.MAIL_FROM }, /^MAIL_URL must be set where MAIL_FROM is$/],
    [{ ...oidc, OIDC_ISSUER: 'http://id.example' }, /^OIDC_ISSUER must /],
    [{ ...oidc, OIDC_ISSUER: 'https://id.example/?x=1' }, /^OIDC_ISSUER must /],
    [{ ...oidc, OIDC_DOMAINS: 'ann@news.example' }, /^OIDC_DOMAINS must /],
    [{ ...mail, MAIL_FROM: 'On Record' }, /^MAIL_FROM must /],
    [{ ...mail, MAIL_FROM: 'a@b.example\nBcc: c@d.example' }, /^MAIL_FROM must /],
  ])('are refused in one line where they are wrong: %o', (settings, message) => {
    expect(() => readConfig(settings)).toThrow(SettingsError);
    expect(() => readConfig(settings)).toThrow(message);
  });

  test('may go unencrypted to a provider on this machine', () => {
    const settings = { ...oidc, OIDC_ISSUER: 'http://localhost:8080' };
    expect(readConfig(settings).oidc?.issuer.port).toBe('8080');
  });
});

test('a value is not repeated, for an address may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://desk:hunter2@db/desk' })).not.toThrow(/hunter2/);
});

import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig, SettingsError } from '../../src/config.ts';

describe('without settings', () => {
  test('the desk is on this machine, with its data in ./data', () => {
    const dataDir = resolve('data');
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
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
])('a wrong value is refused by name in one line: %s=%s', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(SettingsError);
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must [^\\n]+$`));
});

test('all wrong values are told at once', () => {
  expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/^PORT must .*; LOG_LEVEL must /);
});

test('fetching from this machine is for a desk that this machine alone reaches', () => {
  const settings = { HOST: '0.0.0.0', FETCH_LOOPBACK: 'allow' };
  expect(() => readConfig(settings)).toThrow(/FETCH_LOOPBACK must be refuse where HOST/);
  expect(readConfig({ ...settings, HOST: '::1' }).allowLoopback).toBe(true);
});

test('a value is not repeated, for an address may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://desk:hunter2@db/desk' })).not.toThrow(/hunter2/);
});

import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import { expect, test } from 'vitest';
import { DatabaseAwayError } from '../../src/domain/errors.ts';
import { outageFrom } from '../../src/store/outages.ts';

const coded = (code: string) => Object.assign(new Error('…'), { code });

test.each([
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_BUSY_SNAPSHOT', 'busy'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR_WRITE', 'refusing'],
  ['SQLITE_READONLY_DBMOVED', 'gone'],
  ['SQLITE_CANTOPEN', 'gone'],
  ['ECONNREFUSED', 'away'],
  ['57P01', 'away'],
  ['08006', 'away'],
  ['53300', 'busy'],
  ['53100', 'full'],
  ['57014', 'busy'],
  ['25006', 'refusing'],
  ['P2024', 'away'],
])('%s: the database is %s', (code, outage) => {
  expect(outageFrom(coded(code))).toMatchObject({ name: 'DatabaseAwayError', outage });
  const told = new DriverAdapterError({ kind: 'sqlite', extendedCode: 1, message: '…', originalCode: code });
  expect(outageFrom(told)).toBeInstanceOf(DatabaseAwayError);
});

test.each(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CORRUPT', 'SQLITE_ERROR', '23505', '42P01', 'P2002', ''])(
  '%s stays what it is',
  (code) => {
    const error = coded(code);
    expect(outageFrom(error)).toBe(error);
  },
);

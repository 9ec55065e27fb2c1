import { expect, test } from 'vitest';
import { readPostgresqlAddress, spokenAddress } from '../../src/store/postgresql-address.ts';

test.each([
  ['postgresql://u:p@h/x', ['postgresql://u:p@h/x'], 'any'],
  ['postgres://h:5433/x?sslmode=require', ['postgres://h:5433/x?sslmode=require'], 'any'],
  ['postgresql:///x?host=/run/postgresql', ['postgresql:///x?host=%2Frun%2Fpostgresql'], 'any'],
  ['postgresql://u:p@a:1,b:2/x', ['postgresql://u:p@a:1/x', 'postgresql://u:p@b:2/x'], 'read-write'],
  ['postgresql://u:p%40,@a,b,c/x', ['a', 'b', 'c'].map((h) => `postgresql://u:p%40,@${h}/x`), 'read-write'],
  ['postgresql://[::1]:1,[::2]:2/x', ['postgresql://[::1]:1/x', 'postgresql://[::2]:2/x'], 'read-write'],
  [
    'postgresql:///x?host=a,b&port=1,2&user=u',
    ['postgresql:///x?host=a&port=1&user=u', 'postgresql:///x?host=b&port=2&user=u'],
    'read-write',
  ],
  [
    'postgresql:///x?host=a,b&port=7',
    ['postgresql:///x?host=a&port=7', 'postgresql:///x?host=b&port=7'],
    'read-write',
  ],
  ['postgresql://a,b/x?target_session_attrs=any', ['postgresql://a/x', 'postgresql://b/x'], 'any'],
  ['postgresql://a/x?target_session_attrs=primary&z=1', ['postgresql://a/x?z=1'], 'primary'],
])('%s', (url, hosts, session) => {
  expect(readPostgresqlAddress(url)).toEqual({ hosts, session });
});

test.each(['standby', 'read-only', 'prefer-standby', 'x'])('a server that is %s will not do', (wanted) => {
  const url = `postgresql://u:secret@a/x?target_session_attrs=${wanted}`;
  expect(() => readPostgresqlAddress(url)).toThrow(RangeError);
  expect(() => readPostgresqlAddress(url)).not.toThrow(/secret/);
});

test('what is said of an address has no password', () => {
  expect(spokenAddress('postgresql://u:secret@a:1,b:2/x?sslmode=require')).toBe('a:1,b:2/x');
  expect(spokenAddress('postgresql:///x?password=secret')).toBe('this machine/x');
});

import { describe, expect, test } from 'vitest';
import { FetchError } from '../../src/domain/errors.ts';
import { parseWebAddress, redirectAddress } from '../../src/fetch/web-address.ts';

function outcome(read: () => URL): string {
  try {
    return read().href;
  } catch (error) {
    if (error instanceof FetchError) return error.reason;
    throw error;
  }
}

describe('parseWebAddress', () => {
  test.each([
    ['https://news.example/a?b=c#d', 'https://news.example/a?b=c'],
    ['  http://news.example  ', 'http://news.example/'],
    ['HTTPS://News.Example:443/', 'https://news.example/'],
    ['news.example/a', 'https://news.example/a'],
    ['http://bücher.example/', 'http://xn--bcher-kva.example/'],
    ['http://xn--bcher-kva.example/', 'http://xn--bcher-kva.example/'],
    ['http://news.example:8080/', 'http://news.example:8080/'],
    ['http://8.8.8.8/', 'http://8.8.8.8/'],
    ['http://[2606:4700::1111]/', 'http://[2606:4700::1111]/'],
  ])('takes %j', (typed, href) => {
    expect(outcome(() => parseWebAddress(typed, {}))).toBe(href);
  });

  test.each([
    ['', 'address'],
    ['/articles', 'address'],
    ['//news.example/', 'address'],
    ['http://', 'address'],
    ['http://a b/', 'address'],
    [
      `https://${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example.org/`,
      'address',
    ],
    [`${'a.'.repeat(200)}example`, 'address'],
    ['file:///etc/passwd', 'address'],
    ['ftp://news.example/', 'address'],
    ['gopher://news.example/', 'address'],
    ['javascript:alert(1)', 'address'],
    ['data:text/html,hello', 'address'],
    ['blob:https://news.example/1', 'address'],
    ['http://999.999.999.999/', 'address'],
    ['http://[fe80::1%25eth0]/', 'address'],
    ['http://[::1', 'address'],
    ['http://user@news.example/', 'credentials'],
    ['http://user:word@news.example/', 'credentials'],
    ['http://:word@news.example/', 'credentials'],
    ['http://news.example:22/', 'port'],
    ['http://news.example:3306/', 'port'],
    ['https://news.example:0/', 'port'],
    ['http://127.0.0.1/', 'refused'],
    ['127.0.0.1', 'refused'],
    ['http://2130706433/', 'refused'],
    ['http://0177.0.0.1/', 'refused'],
    ['http://0x7f000001/', 'refused'],
    ['http://0x7f.1/', 'refused'],
    ['http://127.1/', 'refused'],
    ['http://127.0.0.1./', 'refused'],
    ['http://0/', 'refused'],
    ['http://１２７.０.０.１/', 'refused'],
    ['http://①②⑦.⓪.⓪.①/', 'refused'],
    ['http://127。0。0。1/', 'refused'],
    ['http://%31%32%37.0.0.1/', 'refused'],
    ['http:\\\\127.0.0.1\\', 'refused'],
    ['http:127.0.0.1', 'refused'],
    ['http://169.254.169.254/latest/meta-data/', 'refused'],
    ['http://0251.0376.0251.0376/', 'refused'],
    ['http://2852039166/', 'refused'],
    ['http://[::1]/', 'refused'],
    ['http://[::]/', 'refused'],
    ['http://[0:0:0:0:0:ffff:127.0.0.1]/', 'refused'],
    ['http://[::ffff:7f00:1]/', 'refused'],
    ['http://[::127.0.0.1]/', 'refused'],
    ['http://[64:ff9b::127.0.0.1]/', 'refused'],
    ['http://[2002:7f00:1::]/', 'refused'],
    ['http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/', 'refused'],
    ['http://[fd00:ec2::254]/', 'refused'],
  ])('refuses %j: %s', (typed, reason) => {
    expect(outcome(() => parseWebAddress(typed, {}))).toBe(reason);
  });

  test('where loopback is allowed takes it on any port, and no other private address', () => {
    const policy = { allowLoopback: true };
    expect(outcome(() => parseWebAddress('http://127.0.0.1:4567/a', policy))).toBe('http://127.0.0.1:4567/a');
    expect(outcome(() => parseWebAddress('http://[::1]:4567/a', policy))).toBe('http://[::1]:4567/a');
    expect(outcome(() => parseWebAddress('http://10.0.0.1/', policy))).toBe('refused');
  });
});

describe('redirectAddress', () => {
  const from = new URL('https://news.example/a/b?c');
  test.each([
    ['/d', 'https://news.example/d'],
    ['d', 'https://news.example/a/d'],
    ['//other.example/', 'https://other.example/'],
    ['https://other.example/#e', 'https://other.example/'],
    ['http://news.example/a/b', 'downgrade'],
    ['//127.0.0.1/', 'refused'],
    ['//[::1]/', 'refused'],
    ['file:///etc/passwd', 'address'],
    ['//user:word@news.example/', 'credentials'],
    ['//news.example:25/', 'port'],
    ['http://', 'address'],
  ])('%j', (location, expected) => {
    expect(outcome(() => redirectAddress(location, from, {}))).toBe(expected);
  });

  test('may lead from http to https', () => {
    const to = redirectAddress('https://news.example/', new URL('http://news.example/'), {});
    expect(to.href).toBe('https://news.example/');
  });
});

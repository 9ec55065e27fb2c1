import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayConnectTo } from '../../src/fetch/addresses.ts';

const REFUSED: readonly (readonly [string, string])[] = [
  ['this network', '0.0.0.0'],
  ['this network, its end', '0.255.255.255'],
  ['private', '10.0.0.0'],
  ['private, its end', '10.255.255.255'],
  ['carrier-grade NAT', '100.64.0.0'],
  ['carrier-grade NAT, its end', '100.127.255.255'],
  ['metadata in carrier-grade NAT', '100.100.100.200'],
  ['loopback', '127.0.0.1'],
  ['loopback, its end', '127.255.255.255'],
  ['services of Azure', '168.63.129.16'],
  ['link-local', '169.254.0.0'],
  ['metadata', '169.254.169.254'],
  ['metadata of containers', '169.254.170.2'],
  ['private', '172.16.0.0'],
  ['private, its end', '172.31.255.255'],
  ['protocol assignments', '192.0.0.192'],
  ['documentation', '192.0.2.1'],
  ['relays of 6to4', '192.88.99.1'],
  ['private', '192.168.0.1'],
  ['private, its end', '192.168.255.255'],
  ['benchmarks', '198.18.0.1'],
  ['benchmarks, their end', '198.19.255.255'],
  ['documentation', '198.51.100.7'],
  ['documentation', '203.0.113.7'],
  ['multicast', '224.0.0.1'],
  ['multicast, its end', '239.255.255.255'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['loopback in full', '0:0:0:0:0:0:0:1'],
  ['mapped loopback', '::ffff:127.0.0.1'],
  ['mapped loopback in hexadecimal', '::ffff:7f00:1'],
  ['mapped metadata', '::ffff:a9fe:a9fe'],
  ['mapped public', '::ffff:8.8.8.8'],
  ['compatible loopback', '::127.0.0.1'],
  ['compatible public', '::808:808'],
  ['translated', '::ffff:0:127.0.0.1'],
  ['NAT64 of loopback', '64:ff9b::127.0.0.1'],
  ['NAT64 of metadata', '64:ff9b::a9fe:a9fe'],
  ['NAT64 of private', '64:ff9b::10.1.2.3'],
  ['NAT64 of a local prefix', '64:ff9b:1::808:808'],
  ['discard only', '100::1'],
  ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['benchmarks', '2001:2::1'],
  ['ORCHID', '2001:20::1'],
  ['documentation', '2001:db8::1'],
  ['6to4 of loopback', '2002:7f00:1::1'],
  ['6to4 of public', '2002:808:808::1'],
  ['documentation', '3fff::1'],
  ['segment routing', '5f00::1'],
  ['unique-local', 'fc00::1'],
  ['unique-local', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['metadata', 'fd00:ec2::254'],
  ['metadata', 'fd20:ce::254'],
  ['link-local', 'fe80::1'],
  ['link-local with a zone', 'fe80::1%eth0'],
  ['public with a zone', '2606:4700::1111%eth0'],
  ['site-local', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['in brackets', '[2606:4700::1111]'],
  ['a number', '2130706433'],
  ['octal', '0177.0.0.1'],
  ['hexadecimal', '0x7f000001'],
  ['short', '127.1'],
  ['a trailing dot', '8.8.8.8.'],
  ['a name', 'localhost'],
  ['nothing', ''],
];

const TAKEN = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '168.63.129.15',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.1.0',
  '192.167.255.255',
  '192.169.0.0',
  '198.17.255.255',
  '198.20.0.0',
  '223.255.255.255',
  '2001:4860:4860::8888',
  '2001:200::1',
  '2606:4700:4700::1111',
  '2a00:1450:4001:80b::200e',
  '64:ff9b::8.8.8.8',
  '64:ff9b::808:808',
];

describe('mayConnectTo', () => {
  test.each(REFUSED)('refuses %s: %s', (_what, address) => {
    expect(mayConnectTo(address)).toBe(false);
  });

  test.each(TAKEN)('takes %s', (address) => {
    expect(mayConnectTo(address)).toBe(true);
  });

  test('takes loopback only where that is allowed, and nothing else with it', () => {
    const allowed = { allowLoopback: true };
    for (const address of ['127.0.0.1', '127.8.9.10', '::1']) {
      expect(mayConnectTo(address, allowed)).toBe(true);
    }
    for (const address of ['10.0.0.1', '169.254.169.254', '::ffff:127.0.0.1', '::', '0.0.0.0', 'fe80::1']) {
      expect(mayConnectTo(address, allowed)).toBe(false);
    }
  });

  test('takes an IPv4 address through NAT64 exactly where it takes it as it is', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(mayConnectTo(`64:ff9b::${address}`)).toBe(mayConnectTo(address));
        expect(mayConnectTo(`::ffff:${address}`)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

import { expect, test } from 'vitest';
import { type Attempt, countAttempt } from '../../src/accounts/limits.ts';
import { TooManyError } from '../../src/domain/errors.ts';
import type { Db } from '../../src/store/client.ts';
import { eachDatabase } from '../support/databases.ts';

const attempt = (name: string, address: string, device?: string): Attempt => ({ name, address, device });

/** How long the next try has to wait, in seconds; 0 where it was counted. */
async function waitOf(db: Db, of: Attempt): Promise<number> {
  try {
    await countAttempt(db, of);
    return 0;
  } catch (error) {
    if (error instanceof TooManyError) return error.seconds;
    throw error;
  }
}

/** As if everything that was counted had been tried this much earlier. */
async function laterBy(db: Db, seconds: number): Promise<void> {
  for (const { key, until } of await db.signInLimit.findMany())
    await db.signInLimit.update({
      where: { key },
      data: { until: new Date(until.getTime() - seconds * 1000) },
    });
}

eachDatabase((open) => {
  test('waits grow from the fifth wrong try on, and end with a right one', async () => {
    const { db } = await open();
    const bob = attempt('bob', '192.0.2.1');
    for (let tries = 0; tries < 5; tries++) expect(await waitOf(db, bob)).toBe(0);
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries++) {
      const wait = await waitOf(db, bob);
      waits.push(wait);
      await laterBy(db, wait);
      if (tries < 11) expect(await waitOf(db, bob)).toBe(0);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
    await laterBy(db, 900);
    await (await countAttempt(db, bob))();
    expect(await waitOf(db, bob)).toBe(0);
    expect(await waitOf(db, bob)).toBe(0);
  });

  test('many tries at once gain nothing', async () => {
    const { db } = await open();
    const tries = Array.from({ length: 40 }, () => waitOf(db, attempt('bob', '192.0.2.2')));
    const counted = (await Promise.all(tries)).filter((wait) => wait === 0);
    expect(counted.length).toBeLessThanOrEqual(5);
    expect(counted.length).toBeGreaterThan(0);
  });

  test('a network that tries many names waits, others do not', async () => {
    const { db } = await open();
    for (let at = 0; at < 20; at++) expect(await waitOf(db, attempt(`n${at}`, '192.0.2.3'))).toBe(0);
    expect(await waitOf(db, attempt('n20', '192.0.2.3'))).toBe(1);
    expect(await waitOf(db, attempt('n20', '::ffff:192.0.2.3'))).toBe(1);
    expect(await waitOf(db, attempt('n20', '192.0.2.4'))).toBe(0);
  });

  test('whoever has a network in IPv6 gains nothing by its many addresses', async () => {
    const { db } = await open();
    for (let at = 0; at < 20; at++)
      expect(await waitOf(db, attempt(`v${at}`, `2001:db8:0:1::${at.toString(16)}`))).toBe(0);
    expect(await waitOf(db, attempt('v', '2001:0db8::1:ffff:1:2:3'))).toBe(1);
    expect(await waitOf(db, attempt('v', '2001:db8:0:2::1'))).toBe(0);
  });

  test('guessing a name from many networks waits, its owner’s browser does not', async () => {
    const { db } = await open();
    for (let at = 0; at < 20; at++) expect(await waitOf(db, attempt('alice', `198.51.100.${at}`))).toBe(0);
    expect(await waitOf(db, attempt('alice', '198.51.100.99'))).toBe(1);
    const hers = attempt('alice', '203.0.113.7', 'her-browser');
    const succeeded = await countAttempt(db, hers);
    await succeeded();
    expect(await waitOf(db, hers)).toBe(0);
  });

  test('a known browser is no way round: its own tries are counted', async () => {
    const { db } = await open();
    const hers = attempt('alice', '203.0.113.8', 'her-browser');
    for (let tries = 0; tries < 5; tries++) expect(await waitOf(db, hers)).toBe(0);
    expect(await waitOf(db, hers)).toBe(1);
  });

  test('a right try of somebody’s does not clear what their network did', async () => {
    const { db } = await open();
    for (let at = 0; at < 19; at++) await waitOf(db, attempt(`m${at}`, '192.0.2.9'));
    for (let times = 0; times < 3; times++) await (await countAttempt(db, attempt('own', '192.0.2.9')))();
    expect(await waitOf(db, attempt('m20', '192.0.2.9'))).toBe(0);
    expect(await waitOf(db, attempt('m21', '192.0.2.9'))).toBe(1);
  });

  test('what nobody tried for a day is forgotten', async () => {
    const { db } = await open();
    const bob = attempt('bob', '192.0.2.10');
    for (let tries = 0; tries < 5; tries++) await waitOf(db, bob);
    await laterBy(db, 86_402);
    for (let tries = 0; tries < 5; tries++) expect(await waitOf(db, bob)).toBe(0);
    expect(await waitOf(db, bob)).toBe(1);
  });

  test('neither names nor addresses are stored', async () => {
    const { db } = await open();
    await waitOf(db, attempt('somebody@desk.example', '203.0.113.77'));
    const rows = JSON.stringify(await db.signInLimit.findMany());
    expect(rows).not.toMatch(/somebody|203\.0/);
  });
});

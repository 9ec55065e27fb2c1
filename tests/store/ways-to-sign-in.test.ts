import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasAnotherWayIn, removeAllWays } from '../../src/accounts/ways-in.ts';
import type { Db } from '../../src/store/client.ts';
import {
  findLinkedAccount,
  linkIdentity,
  listIdentities,
  noteIdentityUse,
  unlinkIdentity,
} from '../../src/store/identities.ts';
import {
  dropCodeSecret,
  findCodeSecret,
  keepCodeSecret,
  useCodeStep,
} from '../../src/store/one-time-codes.ts';
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  listPasskeys,
  passkeyWays,
  renamePasskey,
  type StoredPasskey,
  usePasskey,
} from '../../src/store/passkeys.ts';
import { countRecoveryCodes, replaceRecoveryCodes, useRecoveryCode } from '../../src/store/recovery-codes.ts';
import { eachDatabase } from '../support/databases.ts';

const now = new Date('2026-11-28T10:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

eachDatabase((open) => {
  let db: Db;
  let ann: string;
  let bob: string;

  beforeAll(async () => {
    ({ db } = await open());
    [ann, bob] = [uuidv7(), uuidv7()];
    await db.credential.createMany({ data: [{ accountId: ann }, { accountId: bob }] });
  });

  describe('one-time codes', () => {
    test('are asked for once there is a secret, and no more once it is dropped', async () => {
      expect(await findCodeSecret(db, ann)).toBeNull();
      await keepCodeSecret(db, ann, 'sealed', 7);
      expect(await findCodeSecret(db, ann)).toEqual({ sealed: 'sealed', lastStep: 7 });
      expect(await findCodeSecret(db, bob)).toBeNull();
      await replaceRecoveryCodes(db, ann, ['h1']);
      await dropCodeSecret(db, ann);
      expect(await findCodeSecret(db, ann)).toBeNull();
      expect(await countRecoveryCodes(db, ann)).toBe(0);
    });

    test('of a step are taken by one of many who ask at once', async () => {
      await keepCodeSecret(db, ann, 'sealed', 7);
      const taken = await Promise.all(Array.from({ length: 10 }, () => useCodeStep(db, ann, 8)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await useCodeStep(db, ann, 7)).toBe(false);
      expect(await useCodeStep(db, ann, 9)).toBe(true);
      expect((await findCodeSecret(db, ann))?.lastStep).toBe(9);
    });
  });

  describe('recovery codes', () => {
    test('open once each, for their account alone, whoever asks at once', async () => {
      await replaceRecoveryCodes(db, ann, ['a1', 'a2', 'a3']);
      await replaceRecoveryCodes(db, bob, ['b1']);
      expect(await useRecoveryCode(db, bob, 'a1', now)).toBe(false);
      const taken = await Promise.all(Array.from({ length: 10 }, () => useRecoveryCode(db, ann, 'a1', now)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await countRecoveryCodes(db, ann)).toBe(2);
      expect(await countRecoveryCodes(db, bob)).toBe(1);
    });

    test('that were replaced open nothing', async () => {
      await replaceRecoveryCodes(db, ann, ['c1']);
      expect(await useRecoveryCode(db, ann, 'a2', now)).toBe(false);
      expect(await useRecoveryCode(db, ann, 'c1', now)).toBe(true);
    });
  });

  describe('passkeys', () => {
    const passkey = (accountId: string, counter = 1): StoredPasskey & { name: string } => ({
      id: randomBytes(16).toString('base64url'),
      accountId,
      publicKey: new Uint8Array(randomBytes(77)),
      counter,
      transports: ['internal', 'hybrid'],
      name: 'Laptop',
    });
    const proof = ({ id, counter }: StoredPasskey, change = {}) => ({
      id,
      before: counter,
      counter: counter + 1,
      challenge: randomBytes(32).toString('hex'),
      until: later(300),
      now,
      ...change,
    });

    test('are kept as they are, and listed for their owner', async () => {
      const [laptop, phone] = [passkey(ann, 4_294_967_295), { ...passkey(ann, 0), transports: [] }];
      expect(await insertPasskey(db, laptop)).toBe(true);
      expect(await insertPasskey(db, phone)).toBe(true);
      expect(await findPasskey(db, laptop.id)).toEqual({ ...laptop, name: undefined });
      expect(await findPasskey(db, phone.id)).toMatchObject({ transports: [], counter: 0 });
      expect(await findPasskey(db, 'none')).toBeNull();
      expect((await listPasskeys(db, ann)).map(({ id }) => id).sort()).toEqual([laptop.id, phone.id].sort());
      expect((await passkeyWays(db, ann)).map(({ id }) => id).sort()).toEqual([laptop.id, phone.id].sort());
      expect(await listPasskeys(db, bob)).toEqual([]);
    });

    test('of an id that is somebody else’s are refused', async () => {
      const his = passkey(bob);
      expect(await insertPasskey(db, his)).toBe(true);
      expect(await insertPasskey(db, { ...passkey(ann), id: his.id })).toBe(false);
      expect(await findPasskey(db, his.id)).toMatchObject({ accountId: bob });
    });

    test('are renamed and removed by their owner alone', async () => {
      const hers = passkey(ann);
      await insertPasskey(db, hers);
      expect(await renamePasskey(db, bob, hers.id, 'Mine')).toBe(false);
      expect(await deletePasskey(db, bob, hers.id)).toBe(false);
      expect(await renamePasskey(db, ann, hers.id, 'Phone')).toBe(true);
      expect((await listPasskeys(db, ann)).find(({ id }) => id === hers.id)).toMatchObject({ name: 'Phone' });
      expect(await deletePasskey(db, ann, hers.id)).toBe(true);
      expect(await findPasskey(db, hers.id)).toBeNull();
    });

    test('are used by the count that was seen, and only once by one answer', async () => {
      const hers = passkey(ann);
      await insertPasskey(db, hers);
      const use = proof(hers);
      const taken = await Promise.all(Array.from({ length: 8 }, () => usePasskey(db, use)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await usePasskey(db, proof(hers))).toBe(false);
      expect(await findPasskey(db, hers.id)).toMatchObject({ counter: 2 });
      expect((await listPasskeys(db, ann)).find(({ id }) => id === hers.id)?.usedAt).toEqual(now);
    });

    test('that do not count answer each challenge once too', async () => {
      const hers = passkey(ann, 0);
      await insertPasskey(db, hers);
      const use = proof(hers, { counter: 0 });
      const taken = await Promise.all(Array.from({ length: 8 }, () => usePasskey(db, use)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await usePasskey(db, proof(hers, { counter: 0 }))).toBe(true);
    });

    test('leave no challenges behind once those have ended', async () => {
      const hers = passkey(ann, 0);
      await insertPasskey(db, hers);
      await usePasskey(db, proof(hers, { counter: 0 }));
      await usePasskey(db, proof(hers, { counter: 0, now: later(400), until: later(700) }));
      expect(await db.usedChallenge.findMany({ where: { expiresAt: { lt: later(400) } } })).toEqual([]);
      expect(await db.usedChallenge.count()).toBe(1);
    });
  });

  describe('somebody at a provider', () => {
    const identity = { issuer: 'https://id.example', subject: 'ann-1', name: 'ann@news.example' };

    test('is linked with one account, by subject and issuer', async () => {
      expect(await findLinkedAccount(db, identity)).toBeNull();
      expect(await linkIdentity(db, ann, identity)).toBe(true);
      expect(await linkIdentity(db, ann, identity)).toBe(true);
      expect(await linkIdentity(db, bob, identity)).toBe(false);
      expect(await findLinkedAccount(db, identity)).toBe(ann);
      expect(await findLinkedAccount(db, { ...identity, issuer: 'https://other.example' })).toBeNull();
      await noteIdentityUse(db, identity, now);
      expect(await listIdentities(db, ann)).toEqual([{ ...identity, usedAt: now }]);
    });

    test('is unlinked by the account alone', async () => {
      expect(await unlinkIdentity(db, bob, identity)).toBe(false);
      expect(await unlinkIdentity(db, ann, identity)).toBe(true);
      expect(await findLinkedAccount(db, identity)).toBeNull();
    });
  });

  test('whoever has lost everything begins anew, and nobody else', async () => {
    for (const accountId of [ann, bob]) {
      await keepCodeSecret(db, accountId, 'sealed', 1);
      await replaceRecoveryCodes(db, accountId, [`r-${accountId}`]);
      const passkey = { id: `p-${accountId}`, accountId, publicKey: new Uint8Array(1), counter: 0 };
      await insertPasskey(db, { ...passkey, transports: [], name: 'Key' });
      await linkIdentity(db, accountId, { issuer: 'https://id.example', subject: accountId, name: 'x' });
      const session = {
        tokenHash: accountId,
        accountId,
        lastSeenAt: now,
        confirmedAt: now,
        expiresAt: later(60),
      };
      await db.session.create({ data: session });
    }
    await removeAllWays(db, ann);
    const left = async (accountId: string) => [
      (await findCodeSecret(db, accountId)) !== null,
      await countRecoveryCodes(db, accountId),
      (await listPasskeys(db, accountId)).some(({ id }) => id === `p-${accountId}`),
      (await listIdentities(db, accountId)).length,
      await db.session.count({ where: { accountId } }),
    ];
    expect(await left(ann)).toEqual([false, 0, false, 0, 0]);
    expect(await left(bob)).toEqual([true, 1, true, 1, 1]);
    expect(await hasAnotherWayIn(db, ann)).toBe(false);
    expect(await hasAnotherWayIn(db, bob)).toBe(true);
  });
});

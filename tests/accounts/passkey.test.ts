import { describe, expect, test } from 'vitest';
import {
  askForNewPasskey,
  askForPasskey,
  hashChallenge,
  passkeyIdOf,
  passkeyPlace,
  provePasskey,
  readNewPasskey,
} from '../../src/accounts/passkey.ts';
import { type AuthenticatorOptions, authenticator } from '../support/authenticator.ts';

const place = { rpId: 'desk.example.org', origin: 'https://desk.example.org' };
const owner = { accountId: '0190-ann', name: 'Ann', passkeys: [] };

async function made(options: Partial<AuthenticatorOptions> = {}) {
  const device = authenticator({ origin: place.origin, ...options });
  const asked = await askForNewPasskey(place, owner);
  return { device, asked, passkey: await readNewPasskey(place, asked.challenge, device.make(asked)) };
}

/** One that was made, in a test that is about what comes after. */
async function ready(options: Partial<AuthenticatorOptions> = {}) {
  const { device, passkey } = await made(options);
  if (!passkey) throw new Error('no passkey was made');
  return { device, passkey };
}

describe('passkeys hold', () => {
  test.each([
    ['https://desk.example.org', { rpId: 'desk.example.org', origin: 'https://desk.example.org' }],
    [
      'https://desk.example.org:8443/x',
      { rpId: 'desk.example.org', origin: 'https://desk.example.org:8443' },
    ],
    ['http://localhost:3000', { rpId: 'localhost', origin: 'http://localhost:3000' }],
    ['http://127.0.0.1:3000', null],
    ['https://192.168.1.5', null],
    ['https://[::1]:3000', null],
    ['http://desk.example.org', null],
  ])('at %s: %o', (address, expected) => {
    expect(passkeyPlace(new URL(address))).toEqual(expected);
  });
});

describe('a new passkey', () => {
  test('is asked for with a look at who it is, and kept on the device', async () => {
    const asked = await askForNewPasskey(place, {
      ...owner,
      passkeys: [{ id: 'abc', transports: ['usb'] }],
    });
    expect(asked).toMatchObject({
      rp: { id: 'desk.example.org' },
      user: { id: Buffer.from(owner.accountId).toString('base64url'), name: 'Ann' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: 'abc', transports: ['usb'] }],
    });
    expect(Buffer.from(asked.challenge, 'base64url').length).toBeGreaterThanOrEqual(16);
  });

  test('is read', async () => {
    const { passkey } = await made();
    expect(passkey).toMatchObject({ counter: 1, transports: ['internal', 'hybrid'] });
    expect(passkey?.publicKey.length).toBe(77);
  });

  test('is none for another challenge, host or origin, or of whom nobody looked at', async () => {
    const { device, asked } = await made();
    const json = device.make(asked);
    expect(await readNewPasskey(place, 'other', json)).toBeNull();
    expect(await readNewPasskey({ ...place, rpId: 'example.org' }, asked.challenge, json)).toBeNull();
    const elsewhere = { ...place, origin: 'https://evil.example' };
    expect(await readNewPasskey(elsewhere, asked.challenge, json)).toBeNull();
    expect((await made({ verifies: false })).passkey).toBeNull();
    expect((await made({ origin: 'https://evil.example' })).passkey).toBeNull();
  });

  test.each(['', 'x', 'null', '[]', '{"id":1}', '{"id":"a","rawId":"a","type":"public-key","response":{}}'])(
    'is none where nothing of the kind was sent: %s',
    async (json) => {
      expect(await readNewPasskey(place, 'c', json)).toBeNull();
      expect(passkeyIdOf(json)).toBeNull();
    },
  );
});

describe('a passkey', () => {
  test('is asked for by the desk without a name, or as one of an account’s', async () => {
    expect(await askForPasskey(place)).toMatchObject({
      rpId: 'desk.example.org',
      userVerification: 'required',
      allowCredentials: [],
    });
    const { allowCredentials } = await askForPasskey(place, [{ id: 'abc', transports: ['internal'] }]);
    expect(allowCredentials).toMatchObject([{ id: 'abc', transports: ['internal'] }]);
  });

  test('proves itself, and counts', async () => {
    const { device, passkey } = await ready();
    const asked = await askForPasskey(place);
    const json = device.prove(asked);
    expect(passkeyIdOf(json)).toBe(passkey.id);
    expect(await provePasskey(place, asked.challenge, json, passkey)).toEqual({ counter: 2 });
  });

  test('that does not count proves itself too', async () => {
    const { device, passkey } = await ready({ counts: false });
    const asked = await askForPasskey(place);
    expect(await provePasskey(place, asked.challenge, device.prove(asked), passkey)).toEqual({ counter: 0 });
  });

  test('proves nothing with a count that it had: it was copied', async () => {
    const { device, passkey } = await ready();
    const asked = await askForPasskey(place);
    const json = device.prove(asked);
    expect(await provePasskey(place, asked.challenge, json, { ...passkey, counter: 2 })).toBeNull();
  });

  test('proves nothing to another challenge, host or origin, nor for another key', async () => {
    const { device, passkey } = await ready();
    const asked = await askForPasskey(place);
    const json = device.prove(asked);
    expect(await provePasskey(place, 'other', json, passkey)).toBeNull();
    expect(await provePasskey({ ...place, rpId: 'example.org' }, asked.challenge, json, passkey)).toBeNull();
    const elsewhere = { ...place, origin: 'https://evil.example' };
    expect(await provePasskey(elsewhere, asked.challenge, json, passkey)).toBeNull();
    const { passkey: other } = await ready();
    expect(await provePasskey(place, asked.challenge, json, { ...other, id: passkey.id })).toBeNull();
    const { device: careless, passkey: its } = await ready({ counts: false });
    expect(await provePasskey(place, asked.challenge, careless.prove(asked), its)).not.toBeNull();
  });

  test('proves nothing where it did not look who it is', async () => {
    const { device, passkey } = await ready();
    const asked = await askForPasskey(place);
    const answer = JSON.parse(device.prove(asked));
    const data = Buffer.from(answer.response.authenticatorData, 'base64url');
    data[32] = 0x01;
    answer.response.authenticatorData = data.toString('base64url');
    expect(await provePasskey(place, asked.challenge, JSON.stringify(answer), passkey)).toBeNull();
  });
});

test('of a challenge a hash is kept', () => {
  expect(hashChallenge('abc')).toMatch(/^[0-9a-f]{64}$/);
  expect(hashChallenge('abc')).not.toBe(hashChallenge('abd'));
});

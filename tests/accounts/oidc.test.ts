import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Provider, type ProviderError, providerOf } from '../../src/accounts/oidc.ts';
import { startProvider, type TestProvider } from '../support/oidc-provider.ts';

const redirectUri = 'http://desk.example:3000/sign-in/provider/callback';
let there: TestProvider;

beforeAll(async () => {
  there = await startProvider([redirectUri]);
  there.claims.set('ann', { email: 'ann@news.example', email_verified: true, name: ' Ann ' });
  there.claims.set('bob', { email: 'bob@news.example', email_verified: false, name: '' });
  there.claims.set('eve', { email: 'ann@news.example', email_verified: 'true' });
});

afterAll(() => there.stop());

function provider(settings: { readonly clientSecret?: string | undefined } = {}): Provider {
  return providerOf({ issuer: new URL(there.issuer), ...there.client, ...settings });
}

async function whoIs(who: string) {
  const asked = provider();
  const { address, flow } = await asked.begin({ redirectUri });
  return asked.finish(await there.signIn(address, who), flow);
}

function whyOf(promise: Promise<unknown>): Promise<ProviderError['why'] | 'nothing'> {
  return promise.then(
    () => 'nothing' as const,
    (error: ProviderError) => error.why,
  );
}

test('somebody is sent there with state, nonce and PKCE, all new each time', async () => {
  const asked = provider();
  const [one, two] = [await asked.begin({ redirectUri }), await asked.begin({ redirectUri })];
  const sent = Object.fromEntries(one.address.searchParams);
  expect(one.address.origin).toBe(there.issuer);
  expect(sent).toMatchObject({
    client_id: 'desk',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email profile',
    code_challenge_method: 'S256',
    state: one.flow.state,
    nonce: one.flow.nonce,
  });
  expect(sent.code_challenge).not.toBe(one.flow.verifier);
  for (const part of ['state', 'nonce', 'verifier'] as const) {
    expect(one.flow[part].length).toBeGreaterThanOrEqual(43);
    expect(one.flow[part]).not.toBe(two.flow[part]);
  }
});

describe('who comes back', () => {
  test('is told with a verified address and a name', async () => {
    const { issuer } = there;
    const ann = { issuer, subject: 'ann', email: 'ann@news.example', name: 'Ann' };
    expect(await whoIs('ann')).toEqual(ann);
  });

  test.each(['bob', 'eve', 'nobody'])('has no address where it is not verified: %s', async (who) => {
    expect(await whoIs(who)).toEqual({ issuer: there.issuer, subject: who, email: null, name: null });
  });

  test('is the one who was asked anew', async () => {
    const asked = provider();
    const { address, flow } = await asked.begin({ redirectUri, anew: true });
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    const back = await there.signIn(address, 'ann');
    expect(await asked.finish(back, flow, { anew: true })).toMatchObject({ subject: 'ann' });
  });
});

describe('nobody comes in', () => {
  test('with the state, nonce or verifier of another flow', async () => {
    const asked = provider();
    const other = (await asked.begin({ redirectUri })).flow;
    for (const part of ['state', 'nonce', 'verifier'] as const) {
      const { address, flow } = await asked.begin({ redirectUri });
      const back = await there.signIn(address, 'ann');
      expect(await whyOf(asked.finish(back, { ...flow, [part]: other[part] })), part).not.toBe('nothing');
    }
  });

  test('twice by one answer', async () => {
    const asked = provider();
    const { address, flow } = await asked.begin({ redirectUri });
    const back = await there.signIn(address, 'ann');
    expect(await whyOf(asked.finish(back, flow))).toBe('nothing');
    expect(await whyOf(asked.finish(back, flow))).not.toBe('nothing');
  });

  test('who said no there', async () => {
    const asked = provider();
    const { address, flow } = await asked.begin({ redirectUri });
    expect(await whyOf(asked.finish(await there.refuse(address), flow))).toBe('refused');
  });

  test('with a code that somebody made up, or none', async () => {
    const asked = provider();
    const { flow } = await asked.begin({ redirectUri });
    const back = (query: string) => new URL(`${redirectUri}?state=${flow.state}${query}`);
    expect(await whyOf(asked.finish(back('&code=guessed'), flow))).toBe('wrong');
    expect(await whyOf(asked.finish(back(''), flow))).toBe('wrong');
  });

  test('by a desk that has the wrong password there', async () => {
    const asked = provider({ clientSecret: 'wrong' });
    const { address, flow } = await asked.begin({ redirectUri });
    expect(await whyOf(asked.finish(await there.signIn(address, 'ann'), flow))).toBe('wrong');
  });
});

test('a provider that is away is asked again the next time', async () => {
  const asked = provider();
  await there.stop();
  expect(await whyOf(asked.begin({ redirectUri }))).toBe('away');
  await there.start();
  const { address, flow } = await asked.begin({ redirectUri });
  const back = await there.signIn(address, 'ann');
  await there.stop();
  expect(await whyOf(asked.finish(back, flow))).toBe('away');
  await there.start();
  expect(await asked.finish(back, flow)).toMatchObject({ subject: 'ann' });
});

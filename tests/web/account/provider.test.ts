import { afterAll, beforeAll, expect, test } from 'vitest';
import { startProvider, type TestProvider } from '../../support/oidc-provider.ts';
import { DESK, eachSignInDesk, logOf } from '../../support/sign-in-desk.ts';
import type { Browser } from '../../support/signed-in.ts';

let there: TestProvider;

beforeAll(async () => {
  there = await startProvider([`${DESK}/sign-in/provider/return`]);
});

afterAll(() => there.stop());

const settings = () => ({
  OIDC_ISSUER: there.issuer,
  OIDC_CLIENT_ID: there.client.clientId,
  OIDC_CLIENT_SECRET: there.client.clientSecret,
  OIDC_NAME: 'the newsroom',
});

eachSignInDesk('a link with the provider', settings, ({ db, cast, browser }) => {
  async function as(name: string): Promise<Browser> {
    const asked = browser();
    await asked.signIn(name);
    return asked;
  }

  async function begin(asked: Browser) {
    const link = (await asked.request('/account/provider')).html()('a[href^="/account/provider/new"]');
    return { address: link.attr('href') ?? '', words: link.text() };
  }

  async function link(asked: Browser, who: string) {
    const begun = await asked.request((await begin(asked)).address);
    expect(begun.status).toBe(303);
    const back = await there.signIn(begun.headers.location ?? '', who);
    return asked.request(`${back.pathname}${back.search}`);
  }

  async function signInThrough(who: string) {
    const asked = browser();
    const begun = await asked.request('/sign-in/provider');
    const back = await there.signIn(begun.headers.location ?? '', who);
    return asked.request(`${back.pathname}${back.search}`);
  }

  test('is made by who is signed in, and then signs in', async () => {
    there.claims.set('bob', { email: 'bob@elsewhere.example', email_verified: true });
    const bob = await as('bob@desk.example');
    expect((await begin(bob)).words).toBe('Link with the newsroom');
    expect((await signInThrough('bob')).status).toBe(403);
    const answer = await link(bob, 'bob');
    expect([answer.status, answer.headers.location]).toEqual([303, '/account/provider']);
    expect((await bob.request('/account/provider')).html()('.passkeys').text()).toContain(
      'bob@elsewhere.example',
    );
    expect((await signInThrough('bob')).status).toBe(303);
    expect((await logOf(db(), 'provider-linked')).at(-1)).toMatchObject({ accountId: cast.bob.accountId });
  });

  test('is made with one account only', async () => {
    await link(await as('bob@desk.example'), 'shared');
    const answer = await link(await as('rita'), 'shared');
    expect(answer.status).toBe(409);
    expect(answer.html()('[role=alert]').first().text()).toMatch(/linked with another account/);
    expect(await db().identity.findFirstOrThrow({ where: { subject: 'shared' } })).toMatchObject({
      accountId: cast.bob.accountId,
    });
  });

  test('is begun by a page of one’s own alone', async () => {
    const [alice, rita] = [await as('alice'), await as('rita')];
    const { address } = await begin(alice);
    for (const [asked, path] of [
      [rita, address],
      [alice, '/account/provider/new'],
      [alice, '/account/provider/new?begin=x'],
    ] as const) {
      const answer = await asked.request(path);
      expect(answer.status).toBe(403);
      expect(answer.headers.location).toBeUndefined();
    }
  });

  test('is not made for somebody else who is signed in meanwhile, nor for nobody', async () => {
    const asked = await as('alice');
    const begun = await asked.request((await begin(asked)).address);
    const back = await there.signIn(begun.headers.location ?? '', 'eve');
    const flow = new Map(asked.cookies);
    const rita = await as('rita');
    const nobody = browser();
    for (const [name, value] of flow)
      if (name.includes('provider')) for (const other of [rita, nobody]) other.cookies.set(name, value);
    expect((await nobody.request(`${back.pathname}${back.search}`)).status).toBe(403);
    expect((await rita.request(`${back.pathname}${back.search}`)).status).toBe(403);
    expect(await db().identity.count({ where: { subject: 'eve' } })).toBe(0);
  });

  test('is ended by its owner, unless it is the only way in', async () => {
    const rita = await as('rita');
    await link(rita, 'rita');
    const form = { _method: 'DELETE', issuer: there.issuer, subject: 'rita' };
    expect((await (await as('alice')).request('/account/provider', { form })).status).toBe(404);
    const where = { accountId: cast.rita.accountId };
    const { passwordHash } = await db().credential.findUniqueOrThrow({ where });
    await db().credential.update({ where, data: { passwordHash: null } });
    expect((await rita.request('/account/provider', { form })).status).toBe(422);
    await db().credential.update({ where, data: { passwordHash } });
    expect((await rita.request('/account/provider', { form })).status).toBe(303);
    expect((await signInThrough('rita')).status).toBe(403);
  });

  test('shows again that it is them, by asking anew', async () => {
    const bob = await as('bob@desk.example');
    await link(bob, 'bob-again');
    await db().session.updateMany({ data: { confirmedAt: new Date(0) } });
    const page = (await bob.request('/confirmation?next=%2Faccount%2Fcodes')).html();
    const way = page('a[href^="/confirmation/provider"]');
    const begun = await bob.request(way.attr('href') ?? '');
    expect(new URL(begun.headers.location ?? '').searchParams.get('prompt')).toBe('login');
    const back = await there.signIn(begun.headers.location ?? '', 'bob-again');
    const answer = await bob.request(`${back.pathname}${back.search}`);
    expect([answer.status, answer.headers.location]).toEqual([303, '/account/codes']);
    expect((await bob.request('/account/codes')).status).toBe(200);
  });

  test('shows nothing where somebody else is signed in there', async () => {
    const bob = await as('bob@desk.example');
    await db().session.updateMany({ data: { confirmedAt: new Date(0) } });
    const begun = await bob.request('/confirmation/provider?next=%2Faccount%2Fcodes');
    const back = await there.signIn(begun.headers.location ?? '', 'somebody-else');
    const answer = await bob.request(`${back.pathname}${back.search}`);
    expect(answer.status).toBe(422);
    expect(answer.html()('[role=alert]').first().text()).toMatch(/you are signed in as somebody else/);
    expect((await bob.request('/account/codes')).status).toBe(303);
  });
});

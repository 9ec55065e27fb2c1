import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { type ApartDesk, apartDesk } from '../support/apart.ts';
import { axeFindings } from '../support/axe.ts';
import { describeInBrowser } from '../support/browser.ts';
import { DESK_KEY } from '../support/sign-in-desk.ts';
import { letSignIn, PASSWORD, signedIn } from '../support/signed-in.ts';

/** What everybody sees, and what a desk with accounts has beside its articles. */
const OPEN = ['/sign-in', '/sign-in?next=%2Fannotations', '/tickets/nothing', '/invitations/nothing'];
const SIGNED_IN = [
  '/account',
  '/account/passkeys',
  '/account/codes',
  '/accounts',
  '/audit',
  '/projects',
  '/projects/desk',
  '/projects/desk/people',
  '/projects/desk/assignments',
  '/projects/desk/progress',
  '/work',
  '/confirmation',
];

describeInBrowser(
  'access for everybody who signs in',
  (desk) => {
    let people: ApartDesk;
    let invitation = '';

    beforeAll(async () => {
      const { db } = desk.server().database;
      people = await apartDesk(db, { coders: 3, articles: 6 });
      await letSignIn(db, people.owner.accountId, 'ann', true);
      for (const [at, { accountId }] of people.coders.entries())
        await letSignIn(db, accountId, `somebody.with.a.long.address.${at}@newsroom.example`);
      const ann = await signedIn(desk.server(), 'ann');
      const coders = people.coders.map(({ annotatorId }) => ['coder', annotatorId]);
      const order = { deed: 'assign', which: 'all', coders_each: '2', share: '0', seed: '7' };
      const form = new URLSearchParams([...Object.entries(order), ...coders]);
      expect((await ann.request('/projects/desk/assignments', { form })).status).toBe(303);
      const invited = await ann.request('/projects/desk/invitations', { form: { role: 'coder', days: '7' } });
      invitation = /\/invitations\/[\w-]+/.exec(invited.text)?.[0] ?? '';
      expect(invitation).not.toBe('');
    });

    async function faults(page: Page, path: string) {
      await page.goto(new URL(path, page.url()).href);
      const found = await axeFindings(page);
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      return { path, found, isWide };
    }

    async function signInAs(page: Page, name: string): Promise<void> {
      await page.goto(new URL('/sign-in', page.url()).href);
      await page.getByLabel('E-mail address or name').fill(name);
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.waitForURL((url) => url.pathname !== '/sign-in');
    }

    it.each([
      ['light', 1280],
      ['dark', 390],
    ] as const)(
      'axe finds nothing on any page in %s, and none is wider than %s px',
      async (colorScheme, width) => {
        // By its name: an IP address has no passkeys.
        const page = await desk.openAt(`http://localhost:${desk.server().port}/sign-in`, {
          colorScheme,
          viewport: { width, height: 900 },
        });
        const all: Awaited<ReturnType<typeof faults>>[] = [];
        const look = async (path: string) => all.push(await faults(page, path));
        for (const path of [...OPEN, invitation]) await look(path);
        await signInAs(page, 'ann');
        for (const path of [...SIGNED_IN, invitation]) await look(path);
        await page.context().clearCookies();
        await signInAs(page, 'somebody.with.a.long.address.0@newsroom.example');
        for (const path of ['/work', '/account', '/projects', '/projects/desk/people']) await look(path);
        expect(all.filter(({ found, isWide }) => found.length > 0 || isWide)).toEqual([]);
      },
    );
  },
  { ACCOUNTS: 'on', DESK_KEY },
);

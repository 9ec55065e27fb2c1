import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../../src/domain/permission.ts';
import { addMember } from '../../../src/store/people.ts';
import { insertProject } from '../../../src/store/projects.ts';
import { importText, memberAs } from '../../support/desk.ts';
import { eachSignInDesk, logOf } from '../../support/sign-in-desk.ts';
import { type Browser, newAccount, PASSWORD } from '../../support/signed-in.ts';

const MAIL = () => ({});

eachSignInDesk('people of a project', MAIL, ({ cast, db, browser }) => {
  let slug = '';
  let projectId = '';
  let alice: Browser;
  let bob: Browser;
  let made = 0;
  const at = (path = '') => `/projects/${slug}/people${path}`;
  const roleOf = async (accountId: string) =>
    (await db().membership.findFirst({ where: { projectId, accountId } }))?.role;
  const join = (accountId: string, role: Role, until: Date | null = null) =>
    db().$transaction((tx) => addMember(tx, { projectId, accountId, role, until }));
  async function as(name: string): Promise<Browser> {
    const one = browser();
    expect((await one.signIn(name)).status).toBe(303);
    return one;
  }
  async function invite(form: Record<string, string> = {}): Promise<string> {
    const answer = await alice.request(`/projects/${slug}/invitations`, { form: { role: 'coder', ...form } });
    expect(answer.status).toBe(200);
    return new URL(answer.html()('.made code').text()).pathname;
  }

  beforeEach(async () => {
    made += 1;
    ({ id: projectId, slug } = await insertProject(db(), cast.alice.accountId, { name: `Ours ${made}` }));
    await join(cast.bob.accountId, 'coder');
    alice ??= await as('alice');
    bob ??= await as('bob@desk.example');
  });

  test('are listed to everybody in it, and to owners with what changes it', async () => {
    const $ = (await alice.request(at())).html();
    expect(
      $('tbody tr')
        .toArray()
        .map((row) => $(row).find('th').text()),
    ).toEqual(['Bob', expect.stringMatching(/\(you\)$/)]);
    expect(
      $('select[name=role][form] option:selected')
        .toArray()
        .map((option) => $(option).text()),
    ).toEqual(['Coder', 'Owner']);
    const seen = await bob.request(at());
    expect([seen.status, seen.html()('select').length, seen.text.includes('/invitations')]).toEqual([
      200,
      0,
      false,
    ]);
    const rita = await as('rita');
    expect((await rita.request(at())).status).toBe(404);
  });

  test('of a blind project coders see the owners and themselves alone', async () => {
    const dana = await newAccount(db(), `Dana${made}`);
    await join(dana, 'coder');
    await db().project.update({ where: { id: projectId }, data: { way: 'apart' } });
    expect((await bob.request(at())).text).not.toContain(`Dana${made}`);
    expect((await alice.request(at())).text).toContain(`Dana${made}`);
  });

  test('another role holds from the next request on, and is in the log', async () => {
    const article = { text: `A ferry in project ${made}. It was late.` };
    const path = `/articles?project=${slug}`;
    expect((await bob.request(path, { form: article })).status).toBe(303);
    const answer = await alice.request(at(`/${cast.bob.accountId}`), {
      form: { _method: 'PATCH', role: 'reader', until: '' },
    });
    expect([answer.status, answer.headers.location]).toEqual([303, at('?done=saved')]);
    expect((await bob.request(path, { form: { text: 'Another one.' } })).status).toBe(403);
    expect((await logOf(db(), 'role-changed')).at(-1)).toMatchObject({
      accountId: cast.alice.accountId,
      subject: cast.bob.accountId,
      details: { role: 'reader' },
    });
  });

  test.each([
    ['no role', { role: 'king', until: '' }, 'Choose a role.'],
    ['an end that is over', { role: 'coder', until: '2020-01-01' }, /^Enter a future date/],
    ['no date', { role: 'coder', until: '2030-02-31' }, /^Enter a future date/],
  ])('%s is refused beside the person, and nothing changes', async (_what, form, said) => {
    const answer = await alice.request(at(`/${cast.bob.accountId}`), { form: { _method: 'PATCH', ...form } });
    expect(answer.status).toBe(422);
    expect(answer.html()(`#person-${cast.bob.accountId}-error`).text()).toMatch(said);
    expect(await roleOf(cast.bob.accountId)).toBe('coder');
  });

  test('whose time has run out is out at once, and may be invited again', async () => {
    await alice.request(at(`/${cast.bob.accountId}`), {
      form: { _method: 'PATCH', role: 'coder', until: '2999-12-31' },
    });
    expect((await bob.request(`/?project=${slug}`)).status).toBe(200);
    const { article } = await importText(
      db(),
      await memberAs(db(), cast.alice.accountId, projectId),
      `Ends ${made}.`,
    );
    await db().membership.updateMany({
      where: { projectId, accountId: cast.bob.accountId },
      data: { until: new Date() },
    });
    for (const path of [`/?project=${slug}`, `/articles/${article.id}`, at()])
      expect((await bob.request(path)).status, path).toBe(404);
    expect(
      (await bob.request(`/articles/${article.id}/sentence-marks`, { form: { parts: '0-3' } })).status,
    ).toBe(404);
    const link = await invite();
    expect((await bob.request(link, { form: {} })).headers.location).toBe(`/?project=${slug}`);
    expect((await bob.request(`/articles/${article.id}`)).status).toBe(200);
  });

  test('whoever is removed is out at once; their work and name stay, and are theirs when they come back', async () => {
    const before = await memberAs(db(), cast.bob.accountId, projectId);
    await importText(db(), before, `Bob’s ${made}. Yes.`);
    const answer = await alice.request(at(`/${cast.bob.accountId}`), { form: { _method: 'DELETE' } });
    expect(answer.headers.location).toBe(at('?done=removed'));
    expect((await bob.request(`/?project=${slug}`)).status).toBe(404);
    expect(await db().article.count({ where: { projectId, createdById: before.annotatorId } })).toBe(1);
    expect(await db().annotator.count({ where: { projectId, id: before.annotatorId, name: 'Bob' } })).toBe(1);
    await join(cast.bob.accountId, 'coder');
    expect((await memberAs(db(), cast.bob.accountId, projectId)).annotatorId).toBe(before.annotatorId);
  });

  test('anybody may leave; nobody but an owner may do it to others', async () => {
    expect((await bob.request(at(`/${cast.alice.accountId}`), { form: { _method: 'DELETE' } })).status).toBe(
      403,
    );
    expect(
      (await bob.request(at(`/${cast.bob.accountId}`), { form: { _method: 'PATCH', role: 'owner' } })).status,
    ).toBe(403);
    const answer = await bob.request(at(`/${cast.bob.accountId}`), { form: { _method: 'DELETE' } });
    expect([answer.status, answer.headers.location]).toEqual([303, '/projects']);
    expect(await roleOf(cast.bob.accountId)).toBeUndefined();
    expect((await logOf(db(), 'left-project')).at(-1)).toMatchObject({ subject: cast.bob.accountId });
  });

  describe('the last owner', () => {
    test('neither leaves nor becomes less', async () => {
      const own = at(`/${cast.alice.accountId}`);
      const left = await alice.request(own, { form: { _method: 'DELETE' } });
      expect([left.status, left.html()('main [role=alert]').text()]).toEqual([
        422,
        expect.stringContaining('only owner'),
      ]);
      const lowered = await alice.request(own, { form: { _method: 'PATCH', role: 'coder', until: '' } });
      expect([lowered.status, lowered.html()(`#person-${cast.alice.accountId}-error`).text()]).toEqual([
        422,
        expect.stringContaining('only owner'),
      ]);
      expect(await roleOf(cast.alice.accountId)).toBe('owner');
    });

    test('never has an end', async () => {
      await alice.request(at(`/${cast.alice.accountId}`), {
        form: { _method: 'PATCH', role: 'owner', until: '2999-01-01' },
      });
      expect((await db().membership.findFirst({ where: { projectId, role: 'owner' } }))?.until).toBeNull();
    });

    test('is kept where two owners leave at the same moment, or each lowers the other', async () => {
      const forms = [{ _method: 'DELETE' }, { _method: 'PATCH', role: 'reader', until: '' }];
      for (const form of forms) {
        await db().membership.deleteMany({ where: { projectId, accountId: cast.bob.accountId } });
        await join(cast.bob.accountId, 'owner');
        const isLeaving = form._method === 'DELETE';
        const [alices, bobs] = [cast.alice.accountId, cast.bob.accountId];
        const answers = await Promise.all([
          alice.request(at(`/${isLeaving ? alices : bobs}`), { form }),
          bob.request(at(`/${isLeaving ? bobs : alices}`), { form }),
        ]);
        const owners = await db().membership.count({ where: { projectId, role: 'owner' } });
        expect(owners, form._method).toBe(1);
        expect(answers.map(({ status }) => status).sort()[0], form._method).toBe(303);
        await db().membership.deleteMany({ where: { projectId } });
        await join(alices, 'owner');
      }
    });

    test('passes ownership on in one step', async () => {
      const answer = await alice.request(`/projects/${slug}/ownership`, { form: { to: cast.bob.accountId } });
      expect(answer.headers.location).toBe(at('?done=passed'));
      expect([await roleOf(cast.bob.accountId), await roleOf(cast.alice.accountId)]).toEqual([
        'owner',
        'adjudicator',
      ]);
      expect(
        (await alice.request(`/projects/${slug}/ownership`, { form: { to: cast.alice.accountId } })).status,
      ).toBe(403);
    });

    test('passes it to nobody outside, and not to themselves', async () => {
      const path = `/projects/${slug}/ownership`;
      expect((await alice.request(path, { form: { to: cast.rita.accountId } })).status).toBe(422);
      expect((await alice.request(path, { form: { to: cast.alice.accountId } })).status).toBe(422);
      expect(await roleOf(cast.alice.accountId)).toBe('owner');
    });
  });

  describe('an invitation', () => {
    test('takes somebody new in, who makes an account on the way', async () => {
      const link = await invite({ role: 'adjudicator', until: '2999-12-31' });
      const eve = browser();
      const page = await eve.request(link);
      expect([page.status, page.html()('form[method=post] [name=password]').length]).toEqual([200, 1]);
      expect(page.text).toContain('an adjudicator');
      const typed = { name: 'Eve', sign_in: `eve${made}@desk.example`, password: 'short' };
      const refused = await eve.request(link, { form: typed });
      expect([refused.status, refused.html()('[name=name]').val()]).toEqual([422, 'Eve']);
      const taken = await eve.request(link, {
        form: { ...typed, sign_in: 'bob@desk.example', password: PASSWORD },
      });
      expect([taken.status, taken.html()('#f-sign_in-error').text()]).toEqual([
        422,
        expect.stringMatching(/./),
      ]);
      const answer = await eve.request(link, { form: { ...typed, password: PASSWORD } });
      expect([answer.status, answer.headers.location]).toEqual([303, `/?project=${slug}`]);
      expect((await eve.request(`/?project=${slug}`)).status).toBe(200);
      const joined = await db().membership.findFirstOrThrow({ where: { projectId, role: 'adjudicator' } });
      expect(joined.until?.toISOString()).toBe('2999-12-31T23:59:59.999Z');
      expect((await logOf(db(), 'joined')).at(-1)).toMatchObject({
        accountId: joined.accountId,
        details: { role: 'adjudicator' },
      });
    });

    test('takes in who signs in first, by the page that the link leads to', async () => {
      const link = await invite();
      const rita = browser();
      const signIn = (await rita.request(link)).html()('a[href^="/sign-in"]').attr('href') ?? '';
      const next = new URL(signIn, 'http://x').searchParams.get('next') ?? '';
      expect(next).toBe(link);
      expect((await rita.signIn('rita', PASSWORD, next)).headers.location).toBe(link);
      expect((await rita.request(link)).html()('button').text()).toContain('Join as Rita');
      await rita.request(link, { form: {} });
      expect(await roleOf(cast.rita.accountId)).toBe('coder');
    });

    test('is good once, also for two at the same moment', async () => {
      const link = await invite();
      const names = [`ann${made}`, `ben${made}`];
      for (const name of names) await newAccount(db(), name);
      const browsers = await Promise.all(names.map(as));
      const answers = await Promise.all(browsers.map((one) => one.request(link, { form: {} })));
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 404]);
      expect(await db().membership.count({ where: { projectId } })).toBe(3);
      expect((await browser().request(link)).status).toBe(404);
    });

    test('is not used up by looking, nor by who is in already', async () => {
      const link = await invite({ role: 'reader' });
      for (let times = 0; times < 3; times++) expect((await browser().request(link)).status).toBe(200);
      expect((await bob.request(link)).html()('form')).toHaveLength(0);
      expect((await bob.request(link, { form: {} })).headers.location).toBe(`/?project=${slug}`);
      expect(await roleOf(cast.bob.accountId)).toBe('coder');
      expect((await browser().request(link)).status).toBe(200);
    });

    test('is listed until it is used or taken back, without the link', async () => {
      const link = await invite({ role: 'reader' });
      const page = await alice.request(at());
      expect(page.text).not.toContain(link);
      const action = page.html()('form[action*="/invitations/"]').attr('action') ?? '';
      expect((await bob.request(action, { form: { _method: 'DELETE' } })).status).toBe(403);
      expect((await alice.request(action, { form: { _method: 'DELETE' } })).headers.location).toBe(
        at('?done=withdrawn'),
      );
      expect((await browser().request(link)).status).toBe(404);
      expect((await alice.request(at())).html()('form[action*="/invitations/"]')).toHaveLength(0);
    });

    test('of somebody who does not own the project any more is good for nothing', async () => {
      const link = await invite();
      await alice.request(`/projects/${slug}/ownership`, { form: { to: cast.bob.accountId } });
      expect((await browser().request(link)).status).toBe(404);
      expect((await (await as('rita')).request(link, { form: {} })).status).toBe(404);
    });

    test('that has run out, or never was, is good for nothing', async () => {
      const link = await invite();
      await db().ticket.updateMany({ where: { projectId }, data: { expiresAt: new Date(Date.now() - 1) } });
      for (const path of [link, '/invitations/nothing', '/invitations/%00'])
        expect((await browser().request(path)).status, path).toBe(404);
    });

    test.each([
      ['no role', { role: 'king' }, 'role'],
      ['an end that is over', { until: '2001-01-01' }, 'until'],
      ['too many days', { days: '400' }, 'days'],
      ['days in words', { days: 'seven' }, 'days'],
    ])('with %s is refused beside the field', async (_what, form, field) => {
      const answer = await alice.request(`/projects/${slug}/invitations`, {
        form: { role: 'coder', ...form },
      });
      expect(answer.status).toBe(422);
      expect(answer.html()(`#f-${field}-error`).text()).not.toBe('');
      expect(await db().ticket.count({ where: { projectId } })).toBe(0);
    });

    test('is the owners’ to give', async () => {
      const path = `/projects/${slug}/invitations`;
      expect((await bob.request(path, { form: { role: 'owner' } })).status).toBe(403);
      expect((await (await as('rita')).request(path, { form: { role: 'owner' } })).status).toBe(404);
      expect((await browser().request(path, { form: { role: 'owner' } })).status).toBe(401);
    });
  });

  test('projects are made by those who look after the desk', async () => {
    expect((await bob.request('/projects')).html()('form[action="/projects"]')).toHaveLength(0);
    expect((await bob.request('/projects', { form: { name: 'Mine' } })).status).toBe(403);
    expect((await alice.request('/projects', { form: { name: `Hers ${made}` } })).status).toBe(303);
  });

  test('whoever is in no project finds the list of none', async () => {
    await newAccount(db(), `lone${made}`);
    const lone = await as(`lone${made}`);
    expect((await lone.request('/')).headers.location).toBe('/projects');
    for (const path of ['/projects', '/settings', '/help'])
      expect((await lone.request(path)).status, path).toBe(200);
  });
});

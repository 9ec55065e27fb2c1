import { afterEach, describe, expect, test } from 'vitest';
import { ensureLocalPerson } from '../../../src/store/members.ts';
import { importText, localMember } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { anotherProject } from '../../support/projects.ts';
import type { Answer } from '../../support/web.ts';

/** As the desk calls it, which listens on the usual port by its settings. */
const COOKIE = 'on-record-project-3000';

eachServer('projects', ({ server, db }) => {
  afterEach(async () => {
    const { projectId, accountId } = await localMember(db());
    await db().project.updateMany({ data: { archivedAt: null } });
    await db().project.deleteMany({
      where: { id: { not: projectId }, memberships: { some: { accountId } } },
    });
  });

  const projects = async () => (await ensureLocalPerson(db())).projects;
  const switchOf = (answer: Answer) => answer.html()('.project-switch summary').text();
  const cookieOf = (answer: Answer) => `${answer.headers['set-cookie'] ?? ''}`.split(';')[0] ?? '';

  describe('whoever has one project', () => {
    test('finds no switch, no project in addresses, and no cookie', async () => {
      const answer = await server.request('/');
      expect(answer.text).not.toContain('project=');
      expect(answer.html()('.project-switch')).toHaveLength(0);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });

    test('finds the way to more in the settings', async () => {
      expect((await server.request('/settings')).html()('main a[href="/projects"]')).toHaveLength(1);
    });
  });

  test('are listed with what is in them, archived ones apart and out of the switch', async () => {
    const { member, slug } = await anotherProject(db(), 'Iraq');
    await importText(db(), member, 'One.');
    const { slug: old } = await anotherProject(db(), 'Old');
    await server.request(`/projects/${old}/archive`, { form: {} });
    const $ = (await server.request('/projects')).html();
    const [open, archived] = $('table').toArray();
    expect($(open).text()).toContain('Iraq');
    expect($(open).text()).not.toContain('Old');
    expect($(open).find(`tr:has(a[href="/?project=${slug}"]) .number`).eq(0).text()).toBe('1');
    expect($(archived).text()).toContain('Old');
    expect($('.project-switch li').text()).not.toContain('Old');
    expect($('.project-switch li').text()).toContain('Iraq');
  });

  test('a new one opens, and is the person’s own', async () => {
    const answer = await server.request('/projects', { form: { name: '  Élections  2026 ' } });
    expect([answer.status, answer.headers.location]).toEqual([303, '/?project=elections-2026']);
    expect((await projects()).at(-1)).toMatchObject({ name: 'Élections 2026', member: { role: 'owner' } });
    expect(switchOf(await server.request('/?project=elections-2026'))).toContain('Élections 2026');
  });

  test('a slug of any script is an address', async () => {
    const { headers } = await server.request('/projects', { form: { name: 'الانتخابات' } });
    const answer = await server.request(`${headers.location}`);
    expect([answer.status, switchOf(answer).includes('الانتخابات')]).toEqual([200, true]);
  });

  test.each(['', ' ', 'x'.repeat(101)])(
    'none is made under the name “%s”, which stays in the form',
    async (name) => {
      const before = await projects();
      const answer = await server.request('/projects', { form: { name } });
      expect(answer.status).toBe(422);
      expect(answer.html()('#f-name-error').text()).not.toBe('');
      expect(answer.html()('[name=name]').val()).toBe(name);
      expect(await projects()).toEqual(before);
    },
  );

  test('a new name leaves the address as it was', async () => {
    const { slug } = await anotherProject(db(), 'Before');
    const form = { _method: 'PATCH', group: 'project', project_name: 'After' };
    const answer = await server.request(`/projects/${slug}`, { form });
    expect([answer.status, answer.headers.location]).toEqual([303, `/projects/${slug}?done=saved`]);
    expect((await server.request(`/projects/${slug}`)).html()('h1').text()).toBe('After');
    const refused = await server.request(`/projects/${slug}`, { form: { ...form, project_name: ' ' } });
    expect(refused.status).toBe(422);
    expect(refused.html()('h1').text()).toBe('After');
    expect(refused.html()('#f-project_name-error').text()).toBe('Enter a name.');
    const htmx = await server.request(`/projects/${slug}`, { form, htmx: true });
    expect(htmx.html()('[hx-target="#project-state"]').text()).toBe('Saved');
  });

  describe('a page whose address names none', () => {
    test('opens in the one used last in this browser; each page of another changes it', async () => {
      const { slug, member } = await anotherProject(db(), 'Second');
      const cookie = cookieOf(await server.request(`/annotations?project=${slug}`));
      expect(cookie).toBe(`${COOKIE}=${member.projectId}`);
      const again = await server.request('/', { headers: { Cookie: cookie } });
      expect(switchOf(again)).toContain('Second');
      expect(again.headers['set-cookie']).toBeUndefined();
      const { article } = await importText(db(), await localMember(db()), 'In the first.');
      const opened = await server.request(`/articles/${article.id}`, { headers: { Cookie: cookie } });
      expect(cookieOf(opened)).toBe(`${COOKIE}=${(await localMember(db())).projectId}`);
    });

    test.each([
      `${COOKIE}=01a21f94-97a2-711d-b7b5-871eac68bad8`,
      `${COOKIE}=`,
      `x; ${COOKIE}`,
      `a=b; ${COOKIE}=%00`,
    ])('opens in the first where the cookie is “%s”', async (cookie) => {
      await anotherProject(db(), 'Second');
      const answer = await server.request('/', { headers: { Cookie: cookie } });
      expect([answer.status, switchOf(answer).includes('My desk')]).toEqual([200, true]);
    });

    test('never opens in an archived one', async () => {
      const { slug, member } = await anotherProject(db(), 'Second');
      await server.request(`/projects/${slug}/archive`, { form: {} });
      const headers = { Cookie: `${COOKIE}=${member.projectId}` };
      expect(switchOf(await server.request('/', { headers }))).toContain('My desk');
    });
  });

  test('a change that names none is of the first, whatever was used last', async () => {
    const { member } = await anotherProject(db(), 'Second');
    const headers = { Cookie: `${COOKIE}=${member.projectId}` };
    await server.request('/articles', { form: { text: 'Written before there was another.' }, headers });
    expect(await db().article.count({ where: { projectId: member.projectId } })).toBe(0);
  });

  describe('an archived one', () => {
    test('can be opened and brought back, and is said to be archived', async () => {
      const { slug, member } = await anotherProject(db(), 'Old');
      const { article } = await importText(db(), member, 'One.');
      const answer = await server.request(`/projects/${slug}/archive`, { form: {} });
      expect([answer.status, answer.headers.location]).toEqual([303, `/projects/${slug}?done=archived`]);
      for (const page of [`/?project=${slug}`, `/articles/${article.id}`, `/annotations?project=${slug}`]) {
        const opened = await server.request(page);
        expect([opened.status, switchOf(opened).includes('(archived)')], page).toEqual([200, true]);
        expect(opened.headers['set-cookie']).toBeUndefined();
      }
      const page = await server.request(`/projects/${slug}`);
      expect(page.html()('[name=project_name]')).toHaveLength(0);
      await server.request(`/projects/${slug}/archive`, { form: { _method: 'DELETE' } });
      expect((await projects()).at(-1)?.isArchived).toBe(false);
    });

    test('is none while something is being imported, which is said beside the button', async () => {
      const { slug, member } = await anotherProject(db(), 'Busy');
      const choices = { names: ['x'], from: 'y' };
      await db().import.create({
        data: {
          id: 'busy',
          projectId: member.projectId,
          annotatorId: member.annotatorId,
          kind: 'copy',
          choices,
        },
      });
      const answer = await server.request(`/projects/${slug}/archive`, { form: {} });
      await db().import.delete({ where: { id: 'busy' } });
      expect(answer.status).toBe(422);
      expect(answer.html()('#archive').closest('section').find('[role=alert]').text()).toContain(
        'still being imported',
      );
      expect((await projects()).at(-1)?.isArchived).toBe(false);
    });
  });

  test('whoever has archived all is led to the list', async () => {
    await server.request('/projects/desk/archive', { form: {} });
    for (const page of ['/', '/annotations', '/articles/new']) {
      const answer = await server.request(page);
      expect([answer.status, answer.headers.location], page).toEqual([303, '/projects']);
    }
    expect((await server.request('/articles', { form: { text: 'x' } })).status).toBe(404);
    for (const page of ['/projects', '/settings', '/help', '/projects/desk']) {
      expect((await server.request(page)).status, page).toBe(200);
    }
  });

  describe('a copy', () => {
    test('with articles leads to the work on it, without them to its own page', async () => {
      const { slug, member } = await anotherProject(db(), 'Model');
      await importText(db(), member, 'One.');
      const copies = `/projects/${slug}/copies`;
      const withArticles = await server.request(copies, { form: { copy_name: 'Full', articles: '1' } });
      expect(withArticles.status).toBe(303);
      const work = await server.request(`${withArticles.headers.location}`);
      expect(work.html()('h1').text()).toContain('Articles copied from Model');
      expect(work.html()('progress').attr('max')).toBe('1');
      const bare = await server.request(copies, { form: { copy_name: 'Bare' } });
      expect(bare.headers.location).toBe('/projects/bare?done=created');
    });

    test('is refused beside its field, with what was chosen kept', async () => {
      const { slug } = await anotherProject(db(), 'Model');
      const answer = await server.request(`/projects/${slug}/copies`, { form: { copy_name: ' ' } });
      expect(answer.status).toBe(422);
      expect(answer.html()('#f-copy_name-error').text()).toBe('Enter a name.');
      expect(answer.html()('[name=articles]').is(':checked')).toBe(false);
    });
  });

  test('one that is not there, or somebody else’s, is not found', async () => {
    const elsewhere = await db().project.findFirstOrThrow({ where: { name: 'Elsewhere' } });
    for (const slug of ['nowhere', elsewhere.slug, '%00', 'a%2Fb']) {
      expect((await server.request(`/projects/${slug}`)).status, slug).toBe(404);
      expect((await server.request(`/projects/${slug}/archive`, { form: {} })).status, slug).toBe(404);
    }
  });
});

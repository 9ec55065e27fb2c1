import { beforeEach, expect, test } from 'vitest';
import { updatePerson } from '../../../src/store/members.ts';
import { addMember } from '../../../src/store/people.ts';
import { memberAs } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { anotherProject } from '../../support/projects.ts';

eachServer('names from files', ({ server, cast, db }) => {
  let slug = '';
  let projectId = '';
  const annotator = (id: string) => db().annotator.findFirstOrThrow({ where: { projectId, id } });
  const send = (form: Record<string, string>, id = 'wren') =>
    server.request(`/projects/${slug}/annotators/${id}`, { form: { _method: 'PATCH', ...form } });

  beforeEach(async () => {
    const made = await anotherProject(db());
    ({ slug } = made);
    ({ projectId } = made.member);
    await db().$transaction((tx) =>
      addMember(tx, { projectId, accountId: cast.bob.accountId, role: 'coder' }),
    );
    for (const name of ['wren', 'Bob'])
      await db().annotator.create({ data: { projectId, id: name, name, importedAs: name } });
  });

  test('are listed as files have them, and are nobody’s though somebody is called the same', async () => {
    const $ = (await server.request(`/projects/${slug}/people`)).html();
    const rows = $('section:has(#imported) tbody tr').toArray();
    expect(rows.map((row) => $(row).find('th').text())).toEqual(['Bob', 'wren']);
    expect(rows.map((row) => $(row).find('select').val())).toEqual(['', '']);
  });

  test('become somebody’s in one step, without joining anything, and can be undone', async () => {
    const { annotatorId } = await memberAs(db(), cast.bob.accountId, projectId);
    const answer = await send({ name: 'Wren Abara', account: cast.bob.accountId });
    expect(answer.status).toBe(303);
    expect(await annotator('wren')).toMatchObject({
      name: 'Wren Abara',
      accountId: cast.bob.accountId,
      importedAs: 'wren',
    });
    const bob = await memberAs(db(), cast.bob.accountId, projectId);
    expect(bob.annotatorId).toBe(annotatorId);
    expect([...bob.annotatorIds].sort()).toEqual([annotatorId, 'wren'].sort());
    expect(await annotator(annotatorId)).toMatchObject({ name: 'Bob', importedAs: null });

    const $ = (await server.request(`${answer.headers.location}`)).html();
    const undo = $('#notice form');
    const form = Object.fromEntries(
      undo
        .find('input')
        .toArray()
        .map((input) => [`${$(input).attr('name')}`, `${$(input).val()}`]),
    );
    await server.request(`${undo.attr('action')}`, { form });
    expect(await annotator('wren')).toMatchObject({ name: 'wren', accountId: null });
    expect((await memberAs(db(), cast.bob.accountId, projectId)).annotatorIds).toEqual([annotatorId]);
  });

  test('keep their own name when the person whose they are takes another', async () => {
    await send({ name: 'wren', account: cast.bob.accountId });
    await updatePerson(db(), cast.bob.accountId, { name: 'Robert' });
    expect((await annotator('wren')).name).toBe('wren');
    expect((await annotator((await memberAs(db(), cast.bob.accountId, projectId)).annotatorId)).name).toBe(
      'Robert',
    );
    await updatePerson(db(), cast.bob.accountId, { name: 'Bob' });
  });

  test.each([
    ['no name', () => ({ name: ' ', account: '' })],
    ['somebody outside of the project', () => ({ name: 'wren', account: cast.charlie.accountId })],
    ['nobody that there is', () => ({ name: 'wren', account: 'x' })],
  ])('are not given %s', async (_what, form) => {
    const answer = await send(form());
    expect(answer.status).toBe(422);
    expect(answer.html()('#annotator-wren-error').text()).not.toBe('');
    expect(await annotator('wren')).toMatchObject({ name: 'wren', accountId: null });
  });

  test('are only those from files: what a member works under is theirs', async () => {
    const { annotatorId } = await memberAs(db(), cast.bob.accountId, projectId);
    expect((await send({ name: 'Mine', account: '' }, annotatorId)).status).toBe(404);
    expect((await send({ name: 'Mine', account: '' }, 'nobody')).status).toBe(404);
    expect((await annotator(annotatorId)).name).toBe('Bob');
  });

  test('of another project are not there', async () => {
    const elsewhere = {
      projectId: cast.charlie.projectId,
      id: `kit-${slug}`,
      name: 'Kit',
      importedAs: `Kit ${slug}`,
    };
    await db().annotator.create({ data: elsewhere });
    expect((await send({ name: 'Mine', account: '' }, elsewhere.id)).status).toBe(404);
  });
});

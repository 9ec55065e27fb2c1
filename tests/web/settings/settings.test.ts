import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { keymapOf } from '../../../src/domain/keys.ts';
import { ensureLocalPerson, updatePerson } from '../../../src/store/members.ts';
import { newArticle } from '../../support/articles.ts';
import { becomes, localMember } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const atDesk = () => ensureLocalPerson(server.database.db);
const person = async () => (await atDesk()).person;
const project = async () => (await atDesk()).projects[0];
const chosenKeys = async () => (await person()).chosenKeys;

/** The page's forms as a browser without scripts sends them: all fields of one, changed by hand. */
async function formOf(action: string, changes: Readonly<Record<string, string | string[]>> = {}) {
  const $ = (await server.request('/settings')).html();
  const fields = new URLSearchParams(
    $(`form[action="${action}"]`)
      .serializeArray()
      .map(({ name, value }) => [name, value]),
  );
  for (const [name, value] of Object.entries(changes)) {
    fields.delete(name);
    for (const one of [value].flat()) fields.append(name, one);
  }
  return fields;
}

describe('settings of a person', () => {
  test('are shown, and each form saves what it holds and nothing else', async () => {
    const before = await person();
    expect(before).toMatchObject({ name: 'Me', theme: 'system', keys: true, cardFocus: false });
    const answer = await server.request('/settings', { form: { name: '  Ines \t Okafor ' } });
    expect(answer.status).toBe(303);
    expect(await person()).toEqual({ ...before, name: 'Ines Okafor' });
    const saved = (await server.request(answer.headers.location ?? '')).html();
    expect(saved('#notice').text()).toBe('Saved');
    expect(saved('[name=name]').val()).toBe('Ines Okafor');
  });

  test.each([
    ['trim_selections', 'trimSelections'],
    ['keys', 'keys'],
    ['card_focus', 'cardFocus'],
    ['suggestions', 'suggestions'],
  ] as const)('the box %s switches %s, with the others kept', async (field, name) => {
    const before = await person();
    const box = async () => (await server.request('/settings')).html()(`[type=checkbox][name=${field}]`);
    const isSet = (await box()).is(':checked');
    expect(isSet).toBe(before[name]);
    // A box that is set sends what is hidden before it too.
    await server.request('/settings', {
      form: new URLSearchParams([[field, '0'], ...(isSet ? [] : [[field, '1']])]),
    });
    expect(await person()).toEqual({ ...before, [name]: !isSet });
    expect((await box()).is(':checked')).toBe(!isSet);
    await updatePerson(server.database.db, before.id, { [name]: isSet });
  });

  test.each(['light', 'dark', 'system'])(
    'the theme %s is that of every page, from its first byte',
    async (theme) => {
      await server.request('/settings', { form: { theme } });
      for (const path of ['/settings', '/', '/nothing-here']) {
        const $ = (await server.request(path)).html();
        expect($('html').attr('data-theme')).toBe(theme);
        expect($('meta[name=color-scheme]').attr('content')).toBe(theme === 'system' ? 'light dark' : theme);
      }
    },
  );

  test('a theme that there is not changes nothing', async () => {
    await server.request('/settings', { form: { theme: 'sepia' } });
    expect((await person()).theme).toBe('system');
  });

  test.each([
    ['', 'Enter a name.'],
    ['x'.repeat(101), 'Use at most 100 characters. This name has 101.'],
  ])('a name of “%s” is refused beside its field', async (name, reason) => {
    const before = await person();
    const answer = await server.request('/settings', { form: { name } });
    expect(answer.status).toBe(422);
    const $ = answer.html();
    expect($('#f-name-error').text()).toBe(reason);
    expect($('[name=name]').attr('aria-invalid')).toBe('true');
    expect($('[name=name]').val()).toBe(name);
    expect(await person()).toEqual(before);
  });

  test('to htmx the answer is the state of the group, and the message of the field', async () => {
    const saved = await server.request('/settings', { form: { group: 'you', name: 'Ines' }, htmx: true });
    expect(saved.status).toBe(200);
    expect(saved.html()('[hx-target="#you-state"]').text()).toBe('Saved');
    expect(saved.html()('#f-name-error').text()).toBe('');
    const refused = await server.request('/settings', { form: { group: 'you', name: ' ' }, htmx: true });
    expect(refused.status).toBe(422);
    expect(refused.html()('[hx-target="#you-state"]').text()).toBe('Not saved');
    expect(refused.html()('#f-name-error').text()).toBe('Enter a name.');
    expect((await person()).name).toBe('Ines');
  });

  test('other methods are refused', async () => {
    expect((await server.request('/settings', { method: 'DELETE', form: {} })).status).toBe(405);
  });
});

describe('settings of a project', () => {
  afterEach(() => becomes(server.database.db, 'owner'));

  test('are its name, and whether suggestions are hidden from everyone', async () => {
    await server.request('/settings/project', {
      form: { project_name: ' Iraq  desk ', hide_suggestions: '1' },
    });
    expect(await project()).toMatchObject({ name: 'Iraq desk', suggestions: false });
    const $ = (await server.request('/settings')).html();
    expect($('#project').text()).toBe('Project: Iraq desk');
    expect($('#hide_suggestions').is(':checked')).toBe(true);
    await server.request('/settings/project', { form: { hide_suggestions: '0' } });
    expect(await project()).toMatchObject({ name: 'Iraq desk', suggestions: true });
  });

  test.each(['', 'x'.repeat(101)])('refuse a name of “%s”, with what was typed kept', async (name) => {
    const before = await project();
    const answer = await server.request('/settings/project', { form: { project_name: name } });
    expect(answer.status).toBe(422);
    expect(answer.html()('#f-project_name-error').text()).not.toBe('');
    expect(answer.html()('[name=project_name]').val()).toBe(name);
    expect(await project()).toEqual(before);
  });

  test.each(['adjudicator', 'coder', 'reader'] as const)(
    'are neither shown to nor taken from its %s',
    async (role) => {
      const before = await project();
      await becomes(server.database.db, role);
      expect((await server.request('/settings')).html()('[name=project_name]')).toHaveLength(0);
      const answer = await server.request('/settings/project', { form: { project_name: 'Mine' } });
      expect(answer.status).toBe(403);
      expect((await project())?.name).toBe(before?.name);
    },
  );
});

describe('keys', () => {
  afterEach(async () => {
    await updatePerson(server.database.db, (await person()).id, { chosenKeys: {} });
  });
  const post = (form: URLSearchParams, htmx = false) => server.request('/settings/keys', { form, htmx });

  test('sent as they stand change nothing', async () => {
    const answer = await post(await formOf('/settings/keys'));
    expect(answer.status).toBe(303);
    expect(await chosenKeys()).toEqual({});
  });

  test('are written as text, and are those of buttons, help and scripts from then on', async () => {
    const changes = { undo: ['u', 'shift + u'], redo: [''], 'tag-claim': 'Y' };
    const answer = await post(await formOf('/settings/keys', changes));
    expect(answer.status).toBe(303);
    const keys = await chosenKeys();
    expect(keys).toEqual({ undo: ['u', 'Shift+u'], redo: [], 'tag-claim': ['y'] });
    const { article } = await newArticle(server.database.db, await localMember(server.database.db));
    const $ = (await server.request(`/articles/${article.id}`)).html();
    expect($('[name=tag][value=claim]').attr('aria-keyshortcuts')).toBe('Y');
    expect($('[name=tag][value=claim] kbd').text()).toBe('Y');
    expect($('#undo').attr('title')).toBe('Undo (U)');
    expect($('#undo').attr('aria-keyshortcuts')).toBe('U Shift+U');
    expect($('#redo').attr('aria-keyshortcuts')).toBeUndefined();
    const table = JSON.parse($('#keymap').text());
    expect(table).toMatchObject({ u: 'undo', 'Shift+u': 'undo', y: 'tag-claim', '+': 'add' });
    for (const key of ['z', 'Shift+z', 'c']) expect(table).not.toHaveProperty([key]);
    expect(Object.keys(table)).toHaveLength(Object.values(keymapOf(keys)).flat().length);
  });

  test.each([
    ['one that does something else', { undo: 'J' }, 'undo', 'J is already used for “Next sentence”.'],
    ['a tag’s letter', { find: 'q' }, 'find', 'Q is already used for “Tag the selection as a quote”.'],
    ['one with Ctrl', { undo: 'Ctrl+Z' }, 'undo', 'Ctrl+Z: keys with Ctrl or Command belong to the browser.'],
    ['one of the browser', { help: 'F1' }, 'help', 'F1 belongs to the browser.'],
    ['Alt with a letter', { help: 'Alt+D' }, 'help', 'Alt+D: Alt works with arrow keys only.'],
    ['none', { help: 'hjkl' }, 'help', /“hjkl” is not a key/],
  ] as const)('%s is refused beside its field, and nothing is saved', async (_what, change, deed, reason) => {
    const answer = await post(await formOf('/settings/keys', { ...change, accept: 'y' }));
    expect(answer.status).toBe(422);
    const $ = answer.html();
    expect($(`#key-${deed}-error`).text()).toMatch(reason);
    expect($(`#key-${deed}-1`).attr('aria-invalid')).toBe('true');
    expect($(`#key-${deed}-2`).attr('aria-invalid')).toBeUndefined();
    expect($(`#key-${deed}-1`).attr('aria-describedby')).toBe(`key-${deed}-error`);
    expect($(`#key-${deed}-1`).val()).toBe(Object.values(change)[0]);
    expect($('#key-accept-1').val()).toBe('y');
    expect($('.key-state .wrong').filter((_, error) => $(error).text() !== '')).toHaveLength(1);
    expect(await chosenKeys()).toEqual({});
  });

  test('to htmx the answer is every row’s state, with the way back where keys are others', async () => {
    const answer = await post(await formOf('/settings/keys', { undo: 'u' }), true);
    expect(answer.status).toBe(200);
    const $ = answer.html();
    expect($('[name=reset]').length).toBe(1);
    expect($('[name=reset]').val()).toBe('undo');
    expect($('[hx-target="#keys-state"]').text()).toBe('Saved');
    const refused = await post(await formOf('/settings/keys', { undo: 'j' }), true);
    expect(refused.status).toBe(422);
    expect(refused.html()('#key-undo-error').text()).toContain('Next sentence');
    expect(refused.html()('#key-undo-error').attr('data-field')).toBe('key-undo-1');
    expect(await chosenKeys()).toEqual({ undo: ['u'] });
  });

  test('are reset one by one and all together, what else was changed in the form being saved', async () => {
    await post(await formOf('/settings/keys', { undo: 'u', redo: 'v', find: 'y' }));
    const one = await formOf('/settings/keys', { accept: 'b' });
    one.append('reset', 'undo');
    await post(one);
    expect(await chosenKeys()).toEqual({ redo: ['v'], find: ['y'], accept: ['b'] });
    const htmx = await formOf('/settings/keys');
    htmx.append('reset', 'find');
    expect((await post(htmx, true)).html()('#key-find-1').val()).toBe('/');
    const all = await formOf('/settings/keys');
    all.append('reset', 'all');
    await post(all);
    expect(await chosenKeys()).toEqual({});
  });
});

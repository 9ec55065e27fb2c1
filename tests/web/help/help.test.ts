import { afterAll, beforeAll, expect, test } from 'vitest';
import { sayChord } from '../../../src/domain/chord.ts';
import { DEEDS, DEFAULT_KEYS, type Keymap, keymapOf, keysFor } from '../../../src/domain/keys.ts';
import { sayDeed } from '../../../src/domain/say-deed.ts';
import { BUILT_IN_TAGS, TAG_FACTS } from '../../../src/domain/tag.ts';
import { ensureLocalPerson, updatePerson } from '../../../src/store/members.ts';
import { newArticle } from '../../support/articles.ts';
import { localMember } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What a list of keys says, a line for each deed. */
async function listOf(path: string, list: string): Promise<string[]> {
  const $ = (await server.request(path)).html();
  return $(list)
    .find('dl.keys > div')
    .map((_, row) => `${$(row).find('dt').text()}: ${$(row).find('dd').text()}`)
    .get();
}

const linesOf = (keymap: Keymap) =>
  DEEDS.filter((deed) => keysFor(keymap, deed).length > 0).map(
    (deed) => `${sayDeed(deed)}: ${keysFor(keymap, deed).map(sayChord).join(' or ')}`,
  );

test('explains every key in a line of its own, as those keys are for the person', async () => {
  const { db } = server.database;
  expect(await listOf('/help', 'main')).toEqual(linesOf(DEFAULT_KEYS));
  const { person } = await ensureLocalPerson(db);
  const chosenKeys = { undo: ['u'], accept: [], delete: ['Shift+ä'] };
  await updatePerson(db, person.id, { chosenKeys });
  const lines = await listOf('/help', 'main');
  expect(lines).toEqual(linesOf(keymapOf(chosenKeys)));
  expect(lines).toContain('Undo: U');
  expect(lines).toContain('Delete the current annotation: Shift+Ä');
  expect(lines.some((line) => line.startsWith(sayDeed('accept')))).toBe(false);

  const { article } = await newArticle(db, await localMember(db));
  expect(await listOf(`/articles/${article.id}`, '#keys-dialog')).toEqual(lines);
  await updatePerson(db, person.id, { chosenKeys: {} });
});

test('names each tag with its guidance, and its key where the guidance speaks of one', async () => {
  const { db } = server.database;
  const { person } = await ensureLocalPerson(db);
  await updatePerson(db, person.id, { chosenKeys: { add: ['Shift+p'] } });
  const $ = (await server.request('/help')).html();
  expect(
    $('dl.tags dt')
      .map((_, name) => $(name).text())
      .get(),
  ).toEqual(BUILT_IN_TAGS.map((tag) => TAG_FACTS[tag].name));
  expect($('dl.tags').text()).toContain('press Shift+P');
  await updatePerson(db, person.id, { chosenKeys: {} });
});

test('with single keys off, tells of those alone that act while a sentence has the focus', async () => {
  const { db } = server.database;
  const { person } = await ensureLocalPerson(db);
  await updatePerson(db, person.id, { keys: false });
  const lines = await listOf('/help', 'main');
  expect(lines).toContain('Next sentence: ↓');
  expect(lines).toContain('Move its end a word later: Alt+→');
  expect(lines.filter((line) => /: .$/.test(line)).sort()).toEqual([
    'Next sentence: ↓',
    'Previous sentence: ↑',
  ]);
  await updatePerson(db, person.id, { keys: true });
});

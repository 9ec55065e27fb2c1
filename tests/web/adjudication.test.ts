import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { finishFinal } from '../../src/actions/adjudication/close.ts';
import { readCases, wholeOf } from '../../src/actions/adjudication/read-cases.ts';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { BUILT_IN_TAGS, TAG_FACTS } from '../../src/domain/tag.ts';
import { codeArticle, loadFinal, type Tagging } from '../support/adjudicating.ts';
import { joins } from '../support/apart.ts';
import { becomes, importText, localMember, memberAs } from '../support/desk.ts';
import { eachServer } from '../support/each-server.ts';
import type { Answer } from '../support/web.ts';

const [FIRST, SECOND = FIRST] = BUILT_IN_TAGS;
const [first, second] = [FIRST, SECOND].map((tag) => TAG_FACTS[tag].name.toLowerCase());
const STORY = 'The night ferry was late. Nobody told us, said Ines Okafor. The quay has no roof. It rained.';
const [LATE, TOLD, ROOF] = [
  'The night ferry was late.',
  'Nobody told us, said Ines Okafor.',
  'The quay has no roof.',
];

const of = (tag: typeof FIRST, words = '', speaker?: string): Tagging => ({
  tag,
  words,
  ...(speaker === undefined ? {} : { attributes: { speaker } }),
});

eachServer('adjudicating', ({ name, server, db }) => {
  let made = 0;
  let coders: Awaited<ReturnType<typeof joins>>[] = [];

  beforeAll(async () => {
    const { projectId } = await localMember(db());
    await db().project.update({ where: { id: projectId }, data: { way: 'apart' } });
    coders = [await joins(db(), projectId, 'Ada', 'coder'), await joins(db(), projectId, 'Ben', 'coder')];
  });

  async function lead() {
    const { accountId, projectId } = await localMember(db());
    return memberAs(db(), accountId, projectId);
  }

  /** A new article, coded by Ada and Ben: one case agreed, one in which they differ, one of Ada's alone. */
  async function coded({ isDone = true } = {}): Promise<LoadedArticle> {
    made += 1;
    const { article } = await importText(db(), await lead(), `${STORY}\n\nCopy ${made} on ${name}.`);
    const [ada, ben] = coders;
    if (!ada || !ben) throw new Error('two coders');
    await codeArticle(db(), ada, article.id, [of(FIRST, LATE), of(FIRST, TOLD, 'Ines'), of(FIRST, ROOF)]);
    await codeArticle(db(), ben, article.id, [of(FIRST, LATE), of(SECOND, TOLD, 'Ines Okafor')], { isDone });
    return loadFinal(db(), await lead(), article.id);
  }

  const at = ({ article }: LoadedArticle, more = '') => `/articles/${article.id}/adjudicate${more}`;
  const look = async (loaded: LoadedArticle, more = '') => (await server.request(at(loaded, more))).html();

  /** What a form of the page sends, with the button that is pressed or the fields that are filled in. */
  function sent(page: ReturnType<Answer['html']>, form: string, pressed: string[][] = []) {
    const fields = page(form)
      .find('input[type=hidden], input[type=radio][checked]')
      .get()
      .map((field) => [page(field).attr('name') ?? '', page(field).attr('value') ?? '']);
    return new URLSearchParams([...fields, ...pressed]);
  }

  /** Presses a button in the n-th case, and gives the answer. */
  async function press(
    loaded: LoadedArticle,
    index: number,
    pressed: string[][],
    { htmx = false, form = 'form[id^="decide-"]' } = {},
  ) {
    const page = await look(loaded);
    const body = sent(page, `.cases > ol > li:nth-child(${index + 1}) ${form}`, pressed);
    return server.request(`/articles/${loaded.article.id}/decisions`, { form: body, htmx });
  }

  async function memberIds(loaded: LoadedArticle, index: number): Promise<string[]> {
    const { cases } = await readCases(db(), loaded, 'done');
    return cases[index]?.members.map((member) => member?.id ?? '') ?? [];
  }

  async function final(loaded: LoadedArticle) {
    const { annotations } = await wholeOf(db(), loaded);
    return annotations
      .map(({ tag, text, speaker }) => [tag, text, speaker].filter(Boolean).join(': '))
      .sort();
  }

  const states = async (loaded: LoadedArticle) =>
    (await readCases(db(), loaded, 'done')).cases.map(({ state }) => state);

  describe('the page', () => {
    test('reads each case as a sentence, in text order, with what the coders call themselves', async () => {
      const page = await look(await coded());
      const cases = page('.cases > ol > li').get();
      const said = cases.map((one) => page(one).find('[id^="reads-"]').text());
      // Coders stand in the order of their lanes.
      expect(said).toEqual([
        `Ada: ${first}; Ben: ${first}.`,
        `Ada: ${first}, Ines; Ben: ${second}, Ines Okafor.`,
        `Ada: ${first}; Ben: nothing.`,
      ]);
      expect(cases.map((one) => page(one).find('.case-state').text().trim())).toEqual([
        'all agree',
        'they differ',
        'one coder alone',
      ]);
      expect(page('.adjudication-head').text()).toContain('0 of 3 cases decided');
    });

    test('draws the text once, with the marks of each coder in a lane of their own', async () => {
      const page = await look(await coded());
      expect(page('.lanes .block').text()).toContain(STORY);
      expect(page('.lanes mark.lane-0').text()).toBe([LATE, TOLD, ROOF].join(''));
      expect(page('.lanes mark.lane-1').text()).toBe([LATE, TOLD].join(''));
    });

    test('hides names where letters are asked for, and keeps to that in its forms', async () => {
      const page = await look(await coded(), '?names=letters');
      const { text } = { text: page('main').text() };
      expect(text).toContain(`Coder A: ${first}; Coder B: ${first}.`);
      expect(text).not.toMatch(/\bAda\b|\bBen\b/);
      expect(
        page('[name=names]')
          .get()
          .map((field) => page(field).attr('value')),
      ).not.toContain('');
    });

    test('hides names where the project says so, and shows them to whoever asks', async () => {
      const loaded = await coded();
      const rule = (hide: '0' | '1') =>
        server.request('/projects/desk', { form: { _method: 'PATCH', hide_coders: hide } });
      expect((await rule('1')).status).toBe(303);
      try {
        const page = await look(loaded);
        expect(page('main').text()).toContain(`Coder A: ${first}; Coder B: ${first}.`);
        expect(page('main').text()).not.toMatch(/\bAda\b|\bBen\b/);
        const asked = page('.coders a[href*="names=names"]').attr('href') ?? '';
        expect((await server.request(asked)).html()('main').text()).toContain(
          `Ada: ${first}; Ben: ${first}.`,
        );
      } finally {
        await rule('0');
      }
      expect((await look(loaded))('main').text()).toContain(`Ada: ${first}; Ben: ${first}.`);
    });

    test('leaves out codings that are begun, says whose, and takes them in when asked', async () => {
      const loaded = await coded({ isDone: false });
      const page = await look(loaded);
      expect(page('.coders').text()).toContain('Not finished, and left out: Ben.');
      expect(page('.cases > ol > li')).toHaveLength(3);
      expect(page('[id^="reads-"]').first().text()).toBe(`Ada: ${first}.`);
      const whole = await look(loaded, '?with=begun');
      expect(whole('[id^="reads-"]').first().text()).toBe(`Ada: ${first}; Ben: ${first}.`);
    });

    test('without a finished coding says so', async () => {
      const { article } = await importText(db(), await lead(), `Nobody coded this on ${name}.`);
      expect((await server.request(`/articles/${article.id}/adjudicate`)).text).toContain(
        'No coder has finished this article yet.',
      );
    });
  });

  describe('deciding by plain forms', () => {
    test('takes one, and goes on to the next case that is open', async () => {
      const loaded = await coded();
      const [, ben = ''] = await memberIds(loaded, 1);
      const answer = await press(loaded, 1, [['take', ben]]);
      const [alone] = await memberIds(loaded, 2);
      expect(answer.status).toBe(303);
      expect(answer.headers.location).toBe(`${at(loaded)}#case-${alone}`);
      expect(await final(loaded)).toEqual([`${SECOND}: ${TOLD}: Ines Okafor`]);
      expect((await look(loaded))('.adjudication-head').text()).toContain('1 of 3 cases decided');
    });

    test('takes several that are ticked, and none', async () => {
      const loaded = await coded();
      const ids = await memberIds(loaded, 1);
      await press(loaded, 1, [...ids.map((id) => ['several', id]), ['deed', 'several']]);
      await press(loaded, 2, [['deed', 'none']]);
      expect(await final(loaded)).toHaveLength(2);
      expect(await states(loaded)).toEqual(['open', 'decided', 'decided']);
    });

    test('says beside the case that nothing is ticked', async () => {
      const loaded = await coded();
      const answer = await press(loaded, 1, [['deed', 'several']]);
      expect(answer.status).toBe(422);
      expect(answer.html()('.cases > ol > li:nth-child(2) [role=alert]').text()).toBe('Choose what to take.');
    });

    test('accepts all that agree at once, and undo takes all of it back', async () => {
      const loaded = await coded();
      const page = await look(loaded);
      const button = page('button[value=agreed]');
      expect(button.text()).toBe('Accept 1 case that all agree on');
      const form = sent(page, '.adjudication-head form:has(button[value=agreed])', [['deed', 'agreed']]);
      await server.request(`/articles/${loaded.article.id}/decisions`, { form });
      expect(await states(loaded)).toEqual(['decided', 'open', 'open']);
      await server.request(`/articles/${loaded.article.id}/decisions/undo`, { form: {} });
      expect(await states(loaded)).toEqual(['open', 'open', 'open']);
      await server.request(`/articles/${loaded.article.id}/decisions/redo`, { form: {} });
      expect(await states(loaded)).toEqual(['decided', 'open', 'open']);
    });

    test('chooses field by field', async () => {
      const loaded = await coded();
      const [ada = '', ben = ''] = await memberIds(loaded, 1);
      const answer = await press(
        loaded,
        1,
        [
          ['base', ada],
          ['from_speaker', ben],
          ['deed', 'merge'],
        ],
        {
          form: 'form[id^="merge-form-"]',
        },
      );
      expect(answer.status).toBe(303);
      expect(await final(loaded)).toEqual([`${FIRST}: ${TOLD}: Ines Okafor`]);
    });

    test('writes a new one over words of the article, and keeps what was typed where it is wrong', async () => {
      const loaded = await coded();
      const page = await look(loaded);
      const address = page('.cases > ol > li:nth-child(3) a[data-writes]').attr('href') ?? '';
      const form = (await server.request(address)).html();
      expect(form('main').text()).toContain(`Ada: ${first}; Ben: nothing.`);
      expect(form('textarea#marked').text()).toBe(ROOF);
      const send = (text: string) =>
        server.request(`/articles/${loaded.article.id}/decisions`, {
          form: sent(form, 'main form', [
            ['text', text],
            ['tag', SECOND],
            ['deed', 'write'],
          ]),
        });
      const wrong = await send('no such words');
      expect(wrong.status).toBe(422);
      expect(wrong.html()('textarea#marked').text()).toBe('no such words');
      expect(wrong.html()('#marked-error').text()).not.toBe('');
      expect((await send('no roof')).status).toBe(303);
      expect(await final(loaded)).toEqual([`${SECOND}: no roof`]);
    });

    test('takes one decision back, whatever was decided since', async () => {
      const loaded = await coded();
      const [ada = ''] = await memberIds(loaded, 0);
      await press(loaded, 0, [['take', ada]]);
      await press(loaded, 2, [['deed', 'none']]);
      const page = await look(loaded);
      const form = page('.cases > ol > li:nth-child(1) .decided form');
      expect(page('.cases > ol > li:nth-child(1) .decided').text()).toContain('All agreed, decided by');
      await server.request(form.attr('action') ?? '', {
        form: sent(page, '.cases > ol > li:nth-child(1) .decided form'),
      });
      expect(await states(loaded)).toEqual(['open', 'open', 'decided']);
      expect(await final(loaded)).toEqual([]);
    });

    test('of what somebody else has decided meanwhile is refused, and the page says so', async () => {
      const loaded = await coded();
      const page = await look(loaded);
      const form = sent(page, '.cases > ol > li:nth-child(3) form[id^="decide-"]', [['deed', 'none']]);
      await press(loaded, 2, [['take', (await memberIds(loaded, 2))[0] ?? '']]);
      const answer = await server.request(`/articles/${loaded.article.id}/decisions`, { form });
      expect(answer.status).toBe(409);
      expect(answer.html()('main').text()).toContain('Somebody else has decided this case in the meantime.');
      expect(await final(loaded)).toHaveLength(1);
    });

    test('the same form sent twice is done once', async () => {
      const loaded = await coded();
      const page = await look(loaded);
      const [ada = ''] = await memberIds(loaded, 0);
      const form = sent(page, '.cases > ol > li:nth-child(1) form[id^="decide-"]', [['take', ada]]);
      for (const _ of [1, 2])
        expect((await server.request(`/articles/${loaded.article.id}/decisions`, { form })).status).toBe(303);
      expect(await final(loaded)).toHaveLength(1);
    });
  });

  describe('with htmx', () => {
    test('a decision draws the cases anew and says how far it is', async () => {
      const loaded = await coded();
      const answer = await press(loaded, 2, [['deed', 'none']], { htmx: true });
      expect(answer.status).toBe(200);
      const page = answer.html();
      expect(page('#adjudication #told').text()).toBe('Saved. 1 of 3 cases decided.');
      expect(page('main')).toHaveLength(0);
      expect(page('.cases > ol > li:nth-child(3)').attr('data-case')).toBe('decided');
    });
  });

  describe('the final coding', () => {
    const finish = (loaded: LoadedArticle, form: Record<string, string> = {}) =>
      server.request(`/articles/${loaded.article.id}/adjudicate/completion`, { form });

    async function decideAll(loaded: LoadedArticle) {
      for (const index of [0, 1, 2]) await press(loaded, index, [['deed', 'none']]);
    }

    test('is finished once all is decided, and is then only looked at, until it is opened again', async () => {
      const loaded = await coded();
      const early = await finish(loaded);
      expect(early.status).toBe(422);
      expect(early.html()('.adjudication-head [role=alert]').text()).toContain('3 cases are not decided');
      await decideAll(loaded);
      expect((await finish(loaded)).status).toBe(303);
      const page = await look(loaded);
      expect(page('.cases form')).toHaveLength(0);
      expect(page('main').text()).toContain('The final coding is done.');
      await finish(loaded, { _method: 'DELETE' });
      expect((await look(loaded))('.cases form').length).toBeGreaterThan(0);
    });

    test('unlocking a coding makes what rests on it stale, and the page says so', async () => {
      const loaded = await coded();
      await decideAll(loaded);
      await finishFinal(db(), await loadFinal(db(), await lead(), loaded.article.id));
      const [, ben] = coders;
      const address = `/articles/${loaded.article.id}/codings/${ben?.annotatorId}/unlocking`;
      expect((await look(loaded))(`form[action="${address}"]`)).toHaveLength(1);
      expect((await server.request(address, { form: {} })).status).toBe(303);
      const page = await look(loaded);
      expect(page('.coders').text()).toContain('left out: Ben');
      expect(page('.case-state').first().text()).toContain('changed since it was decided');
    });
  });

  describe('exports', () => {
    /** Tag and words of each row of a file. */
    async function rows(address: string): Promise<string[]> {
      const { text } = await server.request(address);
      const records = parse(text, { columns: true }) as Record<string, string>[];
      return records.map(({ tag, text: words }) => `${tag}: ${words}`).sort();
    }

    const file = ({ article }: LoadedArticle, query = '') =>
      rows(`/articles/${article.id}/annotations.csv?raw=1${query}`);
    const ofAda = [`${FIRST}: ${LATE}`, `${FIRST}: ${TOLD}`, `${FIRST}: ${ROOF}`];
    const ofBen = [`${FIRST}: ${LATE}`, `${SECOND}: ${TOLD}`];
    const ofBoth = [...ofAda, ...ofBen].sort();

    test('take the final coding once it is done, until then those of coders without it', async () => {
      const loaded = await coded();
      for (const index of [1, 2]) await press(loaded, index, [['deed', 'none']]);
      await press(loaded, 0, [['take', (await memberIds(loaded, 0))[0] ?? '']]);
      expect(await file(loaded)).toEqual(ofBoth);
      await finishFinal(db(), await loadFinal(db(), await lead(), loaded.article.id));
      expect(await file(loaded)).toEqual([`${FIRST}: ${LATE}`]);
      const all = `/annotations.csv?raw=1&article=${loaded.article.id}`;
      expect(await rows(all)).toEqual([`${FIRST}: ${LATE}`]);
    });

    test('take the final one, one coder’s, one’s own or all where these are asked for', async () => {
      const loaded = await coded();
      await press(loaded, 2, [['take', (await memberIds(loaded, 2))[0] ?? '']]);
      expect(await file(loaded, '&coding=final')).toEqual([`${FIRST}: ${ROOF}`]);
      expect(await file(loaded, `&coding=${coders[0]?.annotatorId}`)).toEqual(ofAda.toSorted());
      expect(await file(loaded, '&coding=mine')).toEqual([]);
      expect(await file(loaded, '&coding=all')).toEqual([...ofBoth, `${FIRST}: ${ROOF}`].sort());
    });

    test('give nobody what they may not see', async () => {
      const loaded = await coded();
      await press(loaded, 2, [['take', (await memberIds(loaded, 2))[0] ?? '']]);
      await becomes(db(), 'coder');
      for (const coding of ['final', 'all', coders[0]?.annotatorId])
        expect(await file(loaded, `&coding=${coding}`)).toEqual([]);
      await becomes(db(), 'reader');
      expect(await file(loaded)).toEqual([`${FIRST}: ${ROOF}`]);
      await becomes(db(), 'owner');
    });

    test('ask for the codings in the dialog, which says how many annotations that is', async () => {
      const loaded = await coded();
      const address = `/exports/new?article=${loaded.article.id}`;
      const page = (await server.request(address)).html();
      const options = page('#export-coding option')
        .get()
        .map((option) => page(option).text());
      expect(options.slice(0, 2)).toEqual([
        'The final coding where it is done, else those of coders',
        'Final coding',
      ]);
      expect(options).toContain('Ada');
      expect(page('main').text()).toContain('5 annotations');
      const final = (await server.request(`${address}&coding=final`)).html();
      expect(final('#export-coding option[selected]').attr('value')).toBe('final');
      expect(final('main').text()).toContain('0 annotations');
    });
  });

  test('the articles to decide on stand in the order of how much coders differ, what is done last', async () => {
    const [ada, ben] = coders;
    if (!ada || !ben) throw new Error('two coders');
    const { article } = await importText(db(), await lead(), `${STORY}\n\nAll agree on ${name}.`);
    for (const coder of [ada, ben]) await codeArticle(db(), coder, article.id, [of(FIRST, LATE)]);
    const differing = await coded();
    const done = await coded();
    for (const index of [0, 1, 2]) await press(done, index, [['deed', 'none']]);
    await finishFinal(db(), await loadFinal(db(), await lead(), done.article.id));
    const project = await db().project.findUniqueOrThrow({ where: { id: differing.article.projectId } });
    const page = (await server.request(`/projects/${project.slug}/adjudication`)).html();
    const rows = page('tbody tr')
      .get()
      .map((row) => ({
        id: page(row).find('a').attr('href')?.split('/')[2],
        cells: page(row)
          .find('td')
          .get()
          .map((cell) => page(cell).text()),
      }));
    const at = (id: string) => rows.findIndex((row) => row.id === id);
    expect(rows[at(differing.article.id)]?.cells).toEqual(['2', '3', '2', '0', 'not done']);
    expect(rows[at(article.id)]?.cells).toEqual(['2', '1', '0', '0', 'not done']);
    expect(rows[at(done.article.id)]?.cells).toEqual(['2', '3', '2', '3', 'done']);
    expect(at(differing.article.id)).toBeLessThan(at(article.id));
    expect(at(article.id)).toBeLessThan(at(done.article.id));
  });

  test('is for owners and adjudicators of projects that work apart alone', async () => {
    const loaded = await coded();
    const address = at(loaded);
    for (const [role, status] of [
      ['adjudicator', 200],
      ['coder', 403],
      ['reader', 403],
    ] as const) {
      await becomes(db(), role);
      expect((await server.request(address)).status).toBe(status);
      expect(
        (await server.request(`/articles/${loaded.article.id}/decisions`, { form: { deed: 'agreed' } }))
          .status,
      ).toBe(role === 'adjudicator' ? 303 : status);
    }
    await becomes(db(), 'owner');
    const { projectId } = await localMember(db());
    await db().project.update({ where: { id: projectId }, data: { way: 'together' } });
    expect((await server.request(address)).status).toBe(403);
    await db().project.update({ where: { id: projectId }, data: { way: 'apart' } });
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadArticle } from '../../../src/actions/load.ts';
import { prepareDesk } from '../../../src/actions/seed-sample.ts';
import { openDatabase } from '../../../src/store/client.ts';
import { tag } from '../../support/annotating.ts';
import { databases } from '../../support/databases.ts';
import { becomes, importText, localMember, stranger } from '../../support/desk.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
  });
  afterAll(() => server.close());

  const page = async (path: string) => {
    const answer = await server.request(path);
    expect(answer.status).toBe(200);
    return answer.html();
  };
  const titles = async (path: string) => {
    const $ = await page(path);
    return $('table.articles tbody th > a:first-child')
      .map((_, link) => $(link).text())
      .get();
  };

  test('an empty desk leads to the import', async () => {
    const $ = await page('/');
    expect($('main p a[href="/articles/new"]')).toHaveLength(1);
    expect($('table')).toHaveLength(0);
  });

  describe('with articles', () => {
    beforeAll(async () => {
      const { db } = server.database;
      const member = await localMember(db);
      const texts = [
        '# Beta\n\nBy Mara Lindqvist\n\n4 March 2024\n\nA harbour in Málaga. Two <b>bold</b> words.',
        '# Alpha & <script>alert(1)</script>\n\nBy Mara Lindqvist\n\n5 March 2024\n\nA harbour in Kiel.',
        '# Gamma\n\nNo date is known.',
      ];
      for (const text of texts) await importText(db, member, text);
      await importText(db, await stranger(db), '# Elsewhere\n\nA harbour of somebody else.');
    });

    test('lists this project alone, newest first, with links, dates and progress', async () => {
      expect(await titles('/')).toEqual(['Gamma', 'Alpha & <script>alert(1)</script>', 'Beta']);
      const $ = await page('/');
      expect($('main script')).toHaveLength(0);
      const row = $('tbody tr').last();
      expect(row.find('th a').attr('href')).toMatch(/^\/articles\/[\w-]{36}$/);
      expect(row.find('time').attr('datetime')).toBe('2024-03-04');
      expect(row.find('.number .zero')).toHaveLength(3);
      expect(row.find('.coded').text()).toBe('Not begun');
      expect(row.find('.edited time').attr('datetime')).toMatch(/^\d{4}-\d\d-\d\dT/);
    });

    test.each([
      ['oldest', ['Beta', 'Alpha & <script>alert(1)</script>', 'Gamma']],
      ['title', ['Alpha & <script>alert(1)</script>', 'Beta', 'Gamma']],
      ['published', ['Alpha & <script>alert(1)</script>', 'Beta', 'Gamma']],
      ['nonsense', ['Gamma', 'Alpha & <script>alert(1)</script>', 'Beta']],
    ])('sorts: %s', async (sort, sorted) => {
      expect(await titles(`/?sort=${sort}`)).toEqual(sorted);
    });

    test.each([
      ['sort=title&order=desc', ['Gamma', 'Beta', 'Alpha & <script>alert(1)</script>']],
      ['sort=published&order=asc', ['Beta', 'Alpha & <script>alert(1)</script>', 'Gamma']],
      ['sort=added&order=asc', ['Beta', 'Alpha & <script>alert(1)</script>', 'Gamma']],
      ['sort=newest&order=asc', ['Gamma', 'Alpha & <script>alert(1)</script>', 'Beta']],
    ])('sorts the other way round: %s', async (query, sorted) => {
      expect(await titles(`/?${query}`)).toEqual(sorted);
    });

    test('a heading sorts by its column, says so, and then turns the order round', async () => {
      const heading = ($: Awaited<ReturnType<typeof page>>) =>
        $('thead th').filter((_, each) => $(each).text() === 'Article');
      const before = await page('/?q=harbour');
      expect(before('[aria-sort]')).toHaveLength(0);
      const sorted = await page(heading(before).find('a').attr('href') ?? '');
      expect(heading(sorted).attr('aria-sort')).toBe('ascending');
      const turned = await page(heading(sorted).find('a').attr('href') ?? '');
      expect(heading(turned).attr('aria-sort')).toBe('descending');
      expect(turned('[aria-sort]')).toHaveLength(1);
      expect(turned('[name=q]').val()).toBe('harbour');
      expect(turned('tbody th > a:first-child').first().text()).toBe('Beta');
    });

    test('marks the words that were looked for where they stand, and leads to that place', async () => {
      const $ = await page('/?q=HARBOUR%20malaga');
      const passage = $('a.passage');
      expect(passage.text()).toBe('A harbour in Málaga.');
      expect(
        passage
          .find('mark')
          .map((_, mark) => $(mark).text())
          .get(),
      ).toEqual(['harbour', 'Málaga']);
      expect(passage.attr('href')).toMatch(/^\/articles\/[\w-]{36}\?at=0#s0$/);
      const bold = (await page('/?q=bold'))('a.passage');
      expect(bold.attr('href')).toMatch(/\?at=21#s1$/);
      expect(bold.text()).toBe('Two <b>bold</b> words.');
      const titled = await page('/?q=gam');
      expect(titled('a.passage')).toHaveLength(0);
      expect(titled('tbody th mark').text()).toBe('Gam');
    });

    test.each([
      ['harbour', ['Alpha & <script>alert(1)</script>', 'Beta']],
      ['HARBOUR malaga', ['Beta']],
      ['gamma', ['Gamma']],
      ['words bold', ['Beta']],
      ['\0gamma', ['Gamma']],
      ['nowhere', []],
    ])('finds: %s', async (words, found) => {
      expect(await titles(`/?q=${encodeURIComponent(words)}`)).toEqual(found);
    });

    test('says what was looked for, as text, where nothing is found', async () => {
      const $ = await page(`/?q=${encodeURIComponent('"><script>x</script>')}`);
      expect($('main').text()).toContain('“"><script>x</script>”');
      expect($('[name=q]').val()).toBe('"><script>x</script>');
      expect($('main script')).toHaveLength(0);
      expect($('main a[href="/"]')).toHaveLength(1);
    });

    describe('with work done', () => {
      beforeAll(async () => {
        const { db } = server.database;
        const member = await localMember(db);
        for (const [title, words] of [
          ['Beta', 'A harbour'],
          ['Alpha & <script>alert(1)</script>', 'Kiel'],
        ] as const) {
          const { id } = await db.article.findFirstOrThrow({ where: { title } });
          await tag(db, await loadArticle(db, member.accountId, id), words);
        }
      });

      test('says how far each is, with the way on where it is begun', async () => {
        const $ = await page('/?sort=oldest');
        const said = $('tbody .coded')
          .map((_, cell) => $(cell).text())
          .get();
        expect(said).toEqual(['1 of 2  Continue', 'Done', 'Not begun']);
        expect($('tbody progress').attr()).toMatchObject({ value: '1', max: '2' });
        expect($('tbody .continue').attr('href')).toMatch(/^\/articles\/[\w-]{36}\?at=continue$/);
        expect($('tbody .continue').attr('aria-label')).toBe('Continue with Beta');
      });

      test('counts the states, whichever is looked at, and adds up what is found', async () => {
        const states = async (path: string) => {
          const $ = await page(path);
          return $('.states a')
            .map((_, link) => $(link).text())
            .get();
        };
        const all = ['All 3', 'Not begun 1', 'In progress 1', 'Done 1'];
        expect(await states('/')).toEqual(all);
        expect(await states('/?state=done')).toEqual(all);
        expect(await states('/?q=gamma&state=begun')).toEqual([
          'All 1',
          'Not begun 1',
          'In progress 0',
          'Done 0',
        ]);
        const $ = await page('/?state=begun');
        expect($('.states [aria-current]').text()).toBe('In progress 1');
        expect($('tbody tr')).toHaveLength(1);
        expect($('tfoot').text()).toBe('1 article1001 of 2 sentences');
        expect((await page('/'))('tfoot').text()).toBe('All 3 articles2002 of 4 sentences');
      });

      test('where a state has no article, all are a press away', async () => {
        const $ = await page('/?q=gamma&state=done');
        expect($('main p a[href="/"]')).toHaveLength(1);
        expect($('main').text()).toContain('No articles match these filters.');
      });
    });

    test.each(['0', '-3', 'x', '99999999999', '1.5', '1e300'])('page %s is answered', async (number) => {
      await page(`/?page=${number}`);
    });

    test('pages by 50, and keeps what was looked for', async () => {
      const { db } = server.database;
      const member = await localMember(db);
      for (let count = 0; count < 51; count += 1)
        await importText(db, member, `Paged number ${count} stands here.`);
      expect(await titles('/?q=paged')).toHaveLength(50);
      const $ = await page('/?q=paged&sort=oldest');
      const next = $('nav.paging a[rel=next]').attr('href') ?? '';
      expect(await titles(next)).toEqual(['Paged number 50 stands here.']);
      const last = await page(next);
      expect(last('[name=q]').val()).toBe('paged');
      expect(last('nav.paging a[rel=next]')).toHaveLength(0);
      expect(await titles(last('nav.paging a[rel=prev]').attr('href') ?? '')).toHaveLength(50);
    });
  });
});

describe('the sample article', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    await prepareDesk(server.database.db);
  });
  afterAll(() => server.close());

  test('is said to be one, goes by one press, and comes back by undo', async () => {
    const $ = (await server.request('/')).html();
    const form = $('form.sample');
    expect(form.text()).toContain('is a sample article');
    expect(form.find('a').attr('href')).toBe(form.attr('action'));
    const version = form.find('[name=version]').attr('value') ?? '';
    const gone = await server.request(form.attr('action') ?? '', { form: { version, _method: 'DELETE' } });
    expect(gone.status).toBe(303);
    const empty = (await server.request(gone.headers.location ?? '')).html();
    expect(empty('form.sample, table')).toHaveLength(0);
    const undo = await server.request(empty('#notice form').attr('action') ?? '', { method: 'POST' });
    expect(undo.status).toBe(303);
    expect((await server.request('/')).html()('form.sample')).toHaveLength(1);
  });

  test('is not offered for removal to those who may not delete', async () => {
    await becomes(server.database.db, 'coder');
    const $ = (await server.request('/')).html();
    expect($('form.sample a')).toHaveLength(1);
    expect($('form.sample button')).toHaveLength(0);
    expect($('.ticked [value=DELETE]')).toHaveLength(0);
    await becomes(server.database.db, 'owner');
  });

  test('is no matter where nobody has it', async () => {
    const other = await startTestServer();
    try {
      await importText(
        other.database.db,
        await localMember(other.database.db),
        'Something else. It has words.',
      );
      expect((await other.request('/')).html()('form.sample')).toHaveLength(0);
    } finally {
      await other.close();
    }
  });
});

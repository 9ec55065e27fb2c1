import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/store/client.ts';
import { databases } from '../../support/databases.ts';
import { importText, localMember, stranger } from '../../support/desk.ts';
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
    return $('table.articles tbody th a')
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
      expect(row.find('progress').attr()).toMatchObject({ value: '0', max: '2' });
      expect(row.find('td').first().text()).toBe('0');
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

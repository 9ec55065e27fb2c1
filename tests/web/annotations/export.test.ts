import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { parse } from 'csv-parse/sync';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../../src/domain/attributes.ts';
import { formats } from '../../../src/formats/index.ts';
import { type Database, type Db, openDatabase } from '../../../src/store/client.ts';
import { tag, tagParts } from '../../support/annotating.ts';
import { HOSTILE, newArticle, placeOf } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { databases, newDatabase } from '../../support/databases.ts';
import { startTestServer, type TestServer } from '../../support/web.ts';

const HEADER =
  'annotation_id,project,article_id,article_title,article_url,publication,published,annotator,tag,text,speaker,cue,' +
  'quote_type,value,value_max,comparator,unit,subject,check_worthiness,confidence,note,sentence_number,sentence,' +
  'prefix,suffix,start,end,parts,start_utf16,end_utf16,parts_utf16,origin,created_at,updated_at,check_score,coding,links';

const LATE = `# Late again

The ferry 🚢 to Skarvik was late on Tuesday. “Nobody told us,” said Ines Okafor, “and nobody came.” It was the third time this month.

We hear them, and we will answer.

About 1,200 people cross each day. Re\u0301my sells coffee, and a roof is to come.`;

describe.each(databases)('on $name', ({ url }) => {
  let server: TestServer;
  let cast: Cast;
  let ferry: LoadedArticle;
  let foreign: LoadedArticle;
  beforeAll(async () => {
    server = await startTestServer({ database: await openDatabase(await url()) });
    const { db } = server.database;
    cast = await makeCast(db);
    ferry = await newArticle(db, cast.alice, LATE);
    foreign = await newArticle(db, cast.charlie, LATE);
    await tag(db, foreign, 'a roof');
  });
  afterAll(() => server.close());

  const rowsOf = async (path: string): Promise<Record<string, string>[]> => {
    const answer = await server.request(path);
    expect(answer.status).toBe(200);
    return parse(answer.text, { bom: true, columns: true, record_delimiter: '\r\n' });
  };

  /** The answer with its byte order mark, which readers of text take away. */
  const bytesOf = async (path: string) =>
    Buffer.from(await (await fetch(server.url + path)).arrayBuffer()).toString('utf8');

  test('a desk without annotations gives the header alone', async () => {
    const { status, headers } = await server.request('/annotations.csv');
    expect([status, await bytesOf('/annotations.csv')]).toEqual([200, `\uFEFF${HEADER}\r\n`]);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(headers['content-disposition']).toBe('attachment; filename=my-desk.annotations.csv');
  });

  describe('with annotations', () => {
    let other: LoadedArticle;
    beforeAll(async () => {
      const { db } = server.database;
      const { text } = ferry.text;
      const attributes = { ...NO_ATTRIBUTES, speaker: '=Ines', cue: 'said', quoteType: 'direct' as const };
      const parts = ['“Nobody told us,”', '“and nobody came.”'].map((words) => placeOf(text, words));
      await tagParts(db, ferry, parts, { tag: 'quote', attributes });
      await tag(db, ferry, '1,200 people', {
        tag: 'statistic',
        attributes: { ...NO_ATTRIBUTES, value: 1200, comparator: '~', unit: 'people' },
      });
      other = await newArticle(db, cast.alice, HOSTILE);
      await tag(db, other, '</textarea><script>alert("a1")</script>');
    });

    test('the file is whole, to the byte', async () => {
      const { db } = server.database;
      const rows = await db.annotation.findMany({
        where: { articleId: ferry.article.id },
        orderBy: { start: 'asc' },
      });
      const [quote, statistic] = rows.map(({ id, createdAt, updatedAt }) => ({
        head: `"${id}","desk","${ferry.article.id}","Late again",,,,"Me"`,
        times: `"manual","${createdAt.toISOString()}","${updatedAt.toISOString()}",,"shared",`,
      }));
      const sentence = '“Nobody told us,” said Ines Okafor, “and nobody came.”';
      expect(await bytesOf(`/articles/${ferry.article.id}/annotations.csv`)).toBe(
        [
          `\uFEFF${HEADER}`,
          `${quote?.head},"quote","“Nobody told us,” […] “and nobody came.”","'=Ines","said","direct",,,,,,,,,` +
            `2,"${sentence}","to Skarvik was late on Tuesday. "," It was the third time this mont",` +
            '44,98,"44-61;80-98",45,99,"45-62;81-99",' +
            `${quote?.times}`,
          `${statistic?.head},"statistic","1,200 people",,,,1200,,"~","people",,,,,` +
            '5,"About 1,200 people cross each day.","hem, and we will answer.\n\nAbout "," cross each day. Re\u0301my sells cof",' +
            '175,187,"175-187",176,188,"176-188",' +
            `${statistic?.times}`,
          '',
        ].join('\r\n'),
      );
    });

    test('raw has neither byte order mark nor guard', async () => {
      const text = await bytesOf('/annotations.csv?raw=1&tag=quote');
      expect(text.startsWith(HEADER)).toBe(true);
      expect(text).toContain('"=Ines"');
    });

    test.each([
      ['', ['quote', 'statistic', 'claim']],
      ['?tag=claim', ['claim']],
      ['?tag=nonsense', ['quote', 'statistic', 'claim']],
      ['?speaker=ines', ['quote']],
      ['?words=PEOPLE', ['statistic']],
      ['?words=nowhere', []],
      ['?article=nowhere', []],
    ])('the filter of the table holds: %s', async (query, tags) => {
      expect((await rowsOf(`/annotations.csv${query}`)).map((row) => row.tag)).toEqual(tags);
    });

    test('the filters by article and annotator hold', async () => {
      const byArticle = await rowsOf(`/annotations.csv?article=${other.article.id}`);
      expect(byArticle.map((row) => row.text)).toEqual(['</textarea><script>alert("a1")</script>']);
      expect(await rowsOf(`/annotations.csv?annotator=${cast.bob.annotatorId}`)).toEqual([]);
      expect(await rowsOf(`/annotations.csv?annotator=${cast.alice.annotatorId}`)).toHaveLength(3);
    });

    test('nothing of another project leaves, whatever is asked', async () => {
      for (const query of [
        '',
        '?words=roof',
        `?article=${foreign.article.id}`,
        `?annotator=${cast.charlie.annotatorId}`,
      ]) {
        expect((await server.request(`/annotations.csv${query}`)).text).not.toContain('a roof');
      }
    });

    test('a reader may take it away', async () => {
      const { db } = server.database;
      const { annotatorId, projectId } = cast.alice;
      await db.membership.updateMany({ where: { annotatorId, projectId }, data: { role: 'reader' } });
      expect(await rowsOf('/annotations.csv')).toHaveLength(3);
      await db.membership.updateMany({ where: { annotatorId, projectId }, data: { role: 'owner' } });
    });
  });

  test.each([
    ["another project's article", () => `/articles/${foreign.article.id}/annotations.csv`, 404],
    ['a missing article', () => `/articles/${uuidv7()}/annotations.csv`, 404],
    ['a malformed id', () => '/articles/%00/annotations.csv', 404],
    ['another project', () => '/annotations.csv?project=elsewhere', 404],
    ['a format that is not there', () => '/annotations.docx', 404],
    ["an article's format that is not there", () => `/articles/${ferry.article.id}/annotations.csv.csv`, 404],
  ])('is not there: %s', async (_name, path, status) => {
    const answer = await server.request(path());
    expect(answer.status).toBe(status);
    expect(answer.headers['content-disposition']).toBeUndefined();
  });

  test.each(formats.map((format) => [format.key, format] as const))(
    'gives %s of the project and of one article',
    async (key, { mediaType, extension, companion }) => {
      for (const path of ['', `/articles/${ferry.article.id}`]) {
        const { status, headers } = await server.request(`${path}/annotations.${key}`);
        expect(status).toBe(200);
        // Express adds the charset to what has none.
        expect(headers['content-type']?.startsWith(mediaType)).toBe(true);
        expect(headers['content-disposition']).toContain(`.${extension}`);
        if (companion) {
          const described = await server.request(`${path}/annotations.${key}${companion.suffix}`);
          expect(described.status).toBe(200);
          expect(headers.link).toContain(`annotations.${key}${companion.suffix}`);
        }
      }
    },
  );

  test('is offered on the lists and on an article, with what is looked at', async () => {
    const ofArticle = `/exports/new?article=${ferry.article.id}`;
    for (const [path, address] of [
      ['/', '/exports/new'],
      ['/?q=ferry&sort=title&page=1', '/exports/new?q=ferry'],
      ['/annotations', '/exports/new'],
      ['/annotations?tag=quote&sort=tag', '/exports/new?tag=quote'],
      [`/articles/${ferry.article.id}`, ofArticle],
      [`/articles/${ferry.article.id}/sheet`, ofArticle],
    ] as const) {
      const $ = (await server.request(path)).html();
      expect($('a.export').attr('href'), path).toBe(address);
    }
  });

  test('only reading is possible', async () => {
    expect((await server.request('/annotations.csv', { form: {} })).status).toBe(405);
    expect((await server.request('/annotations.csv', { method: 'HEAD' })).status).toBe(200);
  });

  test('the columns are described where the file says', async () => {
    const link = (await server.request('/annotations.csv')).headers.link;
    expect(link).toContain('<annotations.csv-metadata.json>; rel="describedby"');
    for (const path of ['', `/articles/${ferry.article.id}`]) {
      const { status, headers, text } = await server.request(`${path}/annotations.csv-metadata.json`);
      expect([status, headers['content-type']]).toEqual([200, 'application/csvm+json; charset=utf-8']);
      const { url: described, tableSchema } = JSON.parse(text);
      expect(described).toBe('annotations.csv');
      expect(tableSchema.columns.map(({ name }: { name: string }) => name).join()).toBe(HEADER);
    }
  });
});

describe('a large file', () => {
  const ROWS = 4000;
  let server: TestServer;
  let reads = 0;
  let failAt = Number.POSITIVE_INFINITY;
  beforeAll(async () => {
    server = await startTestServer({
      database: watched(await openDatabase(await newDatabase('sqlite', 'migrated'))),
    });
    const { db } = server.database;
    const { alice } = await makeCast(db);
    const { article, text } = await newArticle(db, alice, `${'word '.repeat(2000)}end.`);
    const span = text.sentences[0] ?? { start: 0, end: 1 };
    const row = {
      ...{
        projectId: alice.projectId,
        articleId: article.id,
        annotatorId: alice.annotatorId,
        tag: 'claim' as const,
      },
      ...{ start: span.start, end: span.end, parts: [[span.start, span.end]], searchText: '' },
      text: text.text.slice(span.start, span.end),
    };
    const data = Array.from({ length: ROWS }, () => ({ ...row, id: uuidv7() }));
    for (let at = 0; at < ROWS; at += 500) await db.annotation.createMany({ data: data.slice(at, at + 500) });
  });
  afterAll(() => server.close());

  /** The same database, with the raw reads of annotations counted, and refused from `failAt` on. */
  function watched(database: Database): Database {
    const db = new Proxy(database.db, {
      get(target, name) {
        if (name !== 'rows') return Reflect.get(target, name);
        return (query: Parameters<Db['rows']>[0]) => {
          if (query.sql.includes('"Annotation"')) reads++;
          if (reads >= failAt) throw new Error('the disk is gone');
          return target.rows(query);
        };
      },
    });
    return { ...database, db };
  }

  const startDownload = async () => {
    reads = 0;
    const request = httpRequest({
      host: '127.0.0.1',
      port: server.port,
      path: '/annotations.csv',
      agent: false,
    });
    const answered = once(request, 'response');
    request.end();
    const [response] = await answered;
    return { request, response };
  };

  test('comes whole to one who takes it all', async () => {
    failAt = Number.POSITIVE_INFINITY;
    reads = 0;
    const answer = await server.request('/annotations.csv');
    expect(answer.text.match(/\r\n/g)).toHaveLength(ROWS + 1);
    expect(reads).toBeGreaterThanOrEqual(4);
  });

  test('is read no further once the connection is closed', async () => {
    failAt = Number.POSITIVE_INFINITY;
    const { request } = await startDownload();
    request.destroy();
    await vi.waitFor(() => expect(server.logged().at(-1)).toMatchObject({ aborted: true }));
    // Eighty megabytes were to come, of which a batch holds a quarter.
    const readByThen = reads;
    expect(readByThen).toBeLessThan(4);
    await server.request('/annotations.csv?words=nowhere');
    expect(reads).toBe(readByThen + 1);
  });

  test('that fails in the middle cuts the connection', async () => {
    failAt = 3;
    const { response } = await startDownload();
    expect(response.statusCode).toBe(200);
    response.resume();
    await expect(once(response, 'end')).rejects.toThrow('aborted');
    expect(server.logged().some(({ message }) => message === 'request failed')).toBe(true);
  });

  test('that fails before it begins is answered as an error', async () => {
    failAt = 1;
    reads = 0;
    const { status, headers } = await server.request('/annotations.csv');
    expect(status).toBe(500);
    expect(headers['content-disposition']).toBeUndefined();
  });
});

import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import {
  type AnnotationValues,
  annotationFilterFrom,
  withAnnotator,
  withCoding,
  withTagOf,
} from '../../src/cli/filter-options.ts';
import { NO_FILTER } from '../../src/domain/annotation-filter.ts';
import { ALL_ARTICLES } from '../../src/domain/article-filter.ts';
import { DEFAULT_CODEBOOK } from '../../src/domain/codebook/codebook.ts';
import { sightOf } from '../../src/domain/sight.ts';
import { countMatching } from '../../src/store/annotation-table.ts';
import { apartDesk } from '../support/apart.ts';
import { eachDatabase } from '../support/databases.ts';
import { deskOfTwo } from '../support/desk-of-two.ts';

describe('the options of a command', () => {
  test.each([
    [{}, NO_FILTER],
    [
      { tag: 'claim', worth: 'low' },
      { ...NO_FILTER, tag: 'claim', worth: 'low' },
    ],
    [{ article: ['a'] }, { ...NO_FILTER, articleId: 'a' }],
    [{ article: ['a', 'b'] }, { ...NO_FILTER, articles: { ...ALL_ARTICLES, ids: ['a', 'b'] } }],
    [
      { speaker: ' Amina ', words: ' x ' },
      { ...NO_FILTER, speaker: 'Amina', words: 'x' },
    ],
    [
      { state: 'done', title: 'ferry', label: 'budget' },
      { ...NO_FILTER, articles: { words: 'ferry', state: 'done', label: 'budget', ids: null } },
    ],
  ] as const)('%j', (values: AnnotationValues, filter) => {
    expect(annotationFilterFrom(values)).toEqual(filter);
  });

  test.each([{ state: 'lost' }, { confidence: 'maybe' }, { worth: 'much' }])(
    'refuse %j, and say what there is',
    (values) => {
      expect(() => annotationFilterFrom(values)).toThrow(UsageError);
      expect(() => annotationFilterFrom(values)).toThrow(/unknown [\w -]+ "\w+"; choose from \w+/);
    },
  );
});

eachDatabase((open) => {
  test('every filter of the pages finds what it should', async () => {
    const database = await open();
    const { member, ids } = await deskOfTwo(database.db);
    const [first = '', second = ''] = ids;
    for (const [values, count] of [
      [{}, 3],
      [{ tag: 'claim' }, 2],
      [{ article: [first] }, 2],
      [{ article: [first, second] }, 3],
      [{ confidence: 'unsure' }, 1],
      [{ worth: 'high' }, 0],
      [{ speaker: 'yusuf' }, 1],
      [{ words: 'ferry late' }, 2],
      [{ annotator: 'Me' }, 3],
      [{ title: 'second' }, 1],
      [{ state: 'done' }, 2],
      [{ label: 'none' }, 0],
    ] as const) {
      const asked = annotationFilterFrom(values);
      const annotator = 'annotator' in values ? values.annotator : undefined;
      const filter = await withAnnotator(database.db, sightOf(member), asked, annotator);
      const { total } = await countMatching(database, sightOf(member), filter);
      expect([values, total]).toEqual([values, count]);
    }
    await expect(withAnnotator(database.db, sightOf(member), NO_FILTER, 'Nobody')).rejects.toThrow(
      UsageError,
    );
  });

  test('the codings are named by a word or an annotator', async () => {
    const { db } = await open();
    const { owner, coders } = await apartDesk(db, { coders: 1, articles: 0 });
    const of = async (asked: string) => (await withCoding(db, owner, NO_FILTER, asked)).coding;
    expect(await of('')).toBe('settled');
    expect(await of('all')).toBeUndefined();
    expect(await of('final')).toEqual({ lanes: ['final'] });
    expect(await of('A')).toEqual({ lanes: [coders[0]?.annotatorId] });
    await expect(of('Nobody')).rejects.toThrow(UsageError);
  });

  test('take a tag that the project has, and refuse any other', () => {
    const asked = annotationFilterFrom({ tag: 'rumour' });
    expect(() => withTagOf(DEFAULT_CODEBOOK, asked)).toThrow(/unknown tag "rumour"; choose from claim/);
    const [first] = DEFAULT_CODEBOOK.tags;
    if (!first) throw new Error('there is no tag');
    const codebook = { ...DEFAULT_CODEBOOK, tags: [{ ...first, key: 'rumour' }] };
    expect(withTagOf(codebook, asked)).toEqual({ ...NO_FILTER, tag: 'rumour' });
    expect(withTagOf(codebook, NO_FILTER)).toBe(NO_FILTER);
  });
});

import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAnnotation, loadArticle } from '../../../src/actions/load.ts';
import { toggleNothingHere } from '../../../src/actions/mark-sentences.ts';
import { removeAnnotation } from '../../../src/actions/remove-annotation.ts';
import { undo } from '../../../src/actions/undo.ts';
import { CannotUndoError, ForbiddenError, NotFoundError } from '../../../src/domain/errors.ts';
import { importDocument } from '../../../src/import/annotations/document.ts';
import type { Database } from '../../../src/store/client.ts';
import { updatePerson } from '../../../src/store/members.ts';
import { change, tag } from '../../support/annotating.ts';
import { FERRY, newArticle, placeOf } from '../../support/articles.ts';
import { type Cast, makeCast } from '../../support/cast.ts';
import { eachDatabase } from '../../support/databases.ts';
import { documentOf, importAll, incoming, linesOf, newTask } from '../../support/importing.ts';
import { recount, storedCounts, workIn } from '../../support/recount.ts';

eachDatabase((open) => {
  let database: Database;
  let cast: Cast;
  beforeAll(async () => {
    database = await open();
    cast = await makeCast(database.db);
  });
  let made = 0;
  /** A text that no other test has. */
  const newText = () => `${FERRY}\n\nImported ${made++}.`;
  const work = async (articleId: string | null | undefined) => {
    const { article, text } = await loadArticle(database.db, cast.alice.accountId, articleId ?? '');
    expect(await storedCounts(database.db, article.id)).toEqual(await recount(database.db, text));
    return workIn(database.db, article.id);
  };
  /** The person whom files have named so. */
  const importedAs = async (name: string) => {
    const where = { projectId_importedAs: { projectId: cast.alice.projectId, importedAs: name } };
    return (await database.db.annotator.findUniqueOrThrow({ where })).id;
  };
  const bring = (text: string, annotations: Parameters<typeof documentOf>[1], more = {}) =>
    importAll(database, cast.alice, [documentOf(text, annotations, more)]);

  describe('a document', () => {
    test.each([
      ['de', 1500],
      ['en', null],
      [undefined, null],
    ])('has its silent figures read in the language that it is said to have: %s', async (language, value) => {
      const text = `Umsatz ${made++}x: 1.500 €`;
      const details = { title: 'Umsatz', ...(language && { language }) };
      const { outcomes } = await bring(text, [incoming(text, '1.500 €', { label: 'statistic' })], {
        details,
      });
      const { annotations } = await work(outcomes[0]?.articleId);
      if (value === null) expect(annotations[0]?.value).not.toBe(1500);
      else expect(annotations).toMatchObject([{ tag: 'statistic', value, unit: 'euro' }]);
    });

    test('becomes an article with its annotations, exactly as the file has them', async () => {
      const text = newText();
      const [articleId, id] = [uuidv7(), uuidv7()];
      const quote = incoming(text, 'Nobody told us', {
        id,
        label: 'Quote',
        annotator: 'Bob',
        origin: 'suggestion-edited',
        anchors: [...incoming(text, 'Nobody told us').anchors, ...incoming(text, 'and nobody came').anchors],
        attributes: { speaker: 'Ines Okafor 🚢', cue: 'said', quote_type: 'direct', note: 'one\ntwo “שלום”' },
        createdAt: '2026-03-03T08:00:00.000Z',
        updatedAt: '2026-03-03T09:30:15.250Z',
      });
      const figure = incoming(text, '1,200', {
        label: 'statistic',
        attributes: { value: '5e-324', value_max: '0.30000000000000004', comparator: '~', unit: 'people' },
      });
      const details = { title: 'Late again', url: 'https://lantern.example/late', published: '4 March 2025' };
      const { outcomes, importId } = await importAll(
        database,
        cast.alice,
        [documentOf(text, [quote, figure], { articleId, details })],
        { mapping: { Quote: 'quote', statistic: 'statistic' } },
      );
      expect(outcomes).toMatchObject([{ articleId, isNew: true, stored: 2 }]);
      expect(await linesOf(database, importId)).toEqual([]);
      const { annotations } = await work(articleId);
      expect(annotations).toHaveLength(2);
      expect(annotations.find((one) => one.id === id)).toMatchObject({
        annotatorId: await importedAs('Bob'),
        tag: 'quote',
        text: 'Nobody told us […] and nobody came',
        speaker: 'Ines Okafor 🚢',
        quoteType: 'direct',
        note: 'one\ntwo “שלום”',
        origin: 'suggestion_edited',
        createdAt: new Date('2026-03-03T08:00:00.000Z'),
      });
      const row = await database.db.annotation.findUniqueOrThrow({ where: { id } });
      expect(row.updatedAt).toEqual(new Date('2026-03-03T09:30:15.250Z'));
      expect(annotations.find(({ tag: is }) => is === 'statistic')).toMatchObject({
        annotatorId: cast.alice.annotatorId,
        value: 5e-324,
        valueMax: 0.1 + 0.2,
        comparator: '~',
        unit: 'people',
      });
      const { article } = await loadArticle(database.db, cast.alice.accountId, articleId);
      expect(article).toMatchObject({ title: 'Late again', published: '2025-03-04', url: details.url });
    });

    test('brought in twice adds nothing, whatever was changed in between', async () => {
      const text = newText();
      const document = documentOf(text, [
        incoming(text, 'was late', { id: uuidv7() }),
        incoming(text, 'a roof', { id: 'T2' }),
        incoming(text, '40 cups', { label: 'statistic', attributes: { value: '40' }, annotator: 'Bob' }),
      ]);
      const first = await importAll(database, cast.alice, [document]);
      const articleId = first.outcomes[0]?.articleId ?? '';
      const before = await work(articleId);
      const second = await importAll(database, cast.alice, [document, document]);
      expect(second.outcomes.map(({ stored }) => stored)).toEqual([0, 0]);
      expect(second.outcomes[0]?.lines.duplicate).toBe(3);
      expect(await work(articleId)).toEqual(before);

      const loaded = await loadArticle(database.db, cast.alice.accountId, articleId);
      for (const { id } of before.annotations) {
        const { annotation } = await loadAnnotation(database.db, cast.alice.accountId, id);
        await change(database.db, loaded, { annotation }, { note: 'changed here' });
      }
      const edited = await work(articleId);
      const third = await importAll(database, cast.bob, [document], { annotators: 'me' });
      expect(third.outcomes).toMatchObject([{ stored: 0, lines: { duplicate: 3 } }]);
      expect(await work(articleId)).toEqual(edited);
      expect((await linesOf(database, third.importId))[0]?.reason).toContain('edited since');
    });

    test('brings deleted annotations back as the file has them', async () => {
      const text = newText();
      const createdAt = '2026-03-03T08:00:00.000Z';
      const document = documentOf(text, [
        incoming(text, 'was late', { createdAt }),
        incoming(text, 'a roof', { id: uuidv7(), createdAt }),
      ]);
      const { outcomes } = await importAll(database, cast.alice, [document]);
      const articleId = outcomes[0]?.articleId ?? '';
      const before = await work(articleId);
      for (const { id } of before.annotations) {
        const loaded = await loadAnnotation(database.db, cast.alice.accountId, id);
        await change(database.db, loaded, loaded, { note: 'other' });
        const changed = await loadAnnotation(database.db, cast.alice.accountId, id);
        await removeAnnotation(database.db, changed, changed.annotation.version);
      }
      expect((await importAll(database, cast.alice, [document])).outcomes).toMatchObject([{ stored: 2 }]);
      expect(await work(articleId)).toEqual(before);
    });

    test('passes over what a person has tagged in the same way', async () => {
      const loaded = await newArticle(database.db, cast.alice);
      const { text } = loaded.text;
      await tag(database.db, loaded, 'was late');
      const { outcomes, importId } = await bring(text, [
        incoming(text, 'was late'),
        incoming(text, 'a roof'),
      ]);
      expect(outcomes).toMatchObject([{ articleId: loaded.article.id, isNew: false, stored: 1 }]);
      expect(await linesOf(database, importId)).toMatchObject([{ outcome: 'duplicate', words: 'was late' }]);
    });

    test('with ids of ours keeps two annotations that say the same', async () => {
      const text = newText();
      const twins = [uuidv7(), uuidv7()].map((id) => incoming(text, 'a roof', { id }));
      const { outcomes } = await bring(text, twins);
      expect(outcomes).toMatchObject([{ stored: 2 }]);
      expect((await bring(text, twins)).outcomes).toMatchObject([{ stored: 0, lines: { duplicate: 2 } }]);
    });

    test('never touches what another project has by the same ids', async () => {
      const loaded = await newArticle(database.db, cast.charlie);
      const theirs = await importAll(database, cast.charlie, [
        documentOf(loaded.text.text, [incoming(loaded.text.text, 'a roof', { id: uuidv7() })]),
      ]);
      const rows = () => database.db.annotation.findMany({ where: { projectId: cast.charlie.projectId } });
      const before = await rows();
      expect(theirs.outcomes).toMatchObject([{ stored: 1 }]);
      const text = loaded.text.text;
      const stolen = incoming(text, 'was late', { id: before[0]?.id ?? '' });
      const document = documentOf(text, [stolen], { articleId: loaded.article.id });
      const { outcomes } = await importAll(database, cast.alice, [document]);
      expect(outcomes).toMatchObject([{ isNew: true, stored: 1 }]);
      expect(outcomes[0]?.articleId).not.toBe(loaded.article.id);
      expect((await importAll(database, cast.alice, [document])).outcomes).toMatchObject([{ stored: 0 }]);
      expect(await rows()).toEqual(before);
    });
  });

  describe('the article of a document', () => {
    test.each([
      [
        'line ends, a byte order mark and blank lines',
        (text: string) => `\uFEFF\n${text.replaceAll('\n', '\r\n')}\r\n`,
      ],
      ['lines above the article', (text: string) => `The Lantern\nBy Ada Wren\n4 March 2025\n\n${text}`],
    ])('is found by its text but for %s', async (_, dress) => {
      const { article, text } = await newArticle(database.db, cast.alice);
      const dressed = dress(text.text);
      const { outcomes, importId } = await bring(dressed, [incoming(dressed, '40 cups')]);
      expect(outcomes).toMatchObject([{ articleId: article.id, isNew: false, stored: 1 }]);
      expect(await linesOf(database, importId)).toEqual([]);
      expect((await work(article.id)).annotations).toMatchObject([
        { text: '40 cups', start: placeOf(text.text, '40 cups').start },
      ]);
    });

    test('is found by its address or title where the file has no text', async () => {
      const [url, title] = [`https://lantern.example/${made}`, `Only once ${made++}`];
      const { article, text } = await newArticle(database.db, cast.alice);
      await database.db.article.update({ where: { id: article.id }, data: { url, title } });
      const { text: _, ...bare } = documentOf('', [incoming(text.text, 'a roof')]);
      const outcomes = [];
      for (const details of [
        { url: `${url.replace('https', 'http')}/#top` },
        { title },
        { url: `${url}0` },
      ]) {
        outcomes.push(...(await importAll(database, cast.alice, [{ ...bare, details }])).outcomes);
      }
      expect(outcomes).toMatchObject([
        { articleId: article.id, stored: 1 },
        { articleId: article.id, stored: 0 },
        { articleId: null, stored: 0, lines: { refused: 1 } },
      ]);
    });

    test('is a new one where the address is known but the text is another', async () => {
      const url = `https://lantern.example/home${made}`;
      const { article } = await newArticle(database.db, cast.alice);
      await database.db.article.update({ where: { id: article.id }, data: { url } });
      const other = `Something else stands here, number ${made++}.`;
      const { outcomes } = await bring(other, [incoming(other, 'Something')], { details: { url } });
      expect(outcomes).toMatchObject([{ isNew: true, stored: 1 }]);
      expect(outcomes[0]?.articleId).not.toBe(article.id);
    });

    test('is a new one for every other version of a story, whatever title and address they share', async () => {
      const [url, title] = [`https://lantern.example/version${made}`, `Tolls double ${made++}`];
      const { article, text } = await newArticle(database.db, cast.alice);
      await database.db.article.update({ where: { id: article.id }, data: { url, title } });
      const versions = ['40 cups', '50 cups', '60 cups'].map((cups) => text.text.replace('40 cups', cups));
      const documents = versions.map((version) => ({
        ...documentOf(version, [incoming(version, 'cups')]),
        details: { url, title },
      }));
      const { outcomes } = await importAll(database, cast.alice, documents);
      expect(outcomes).toMatchObject([
        { articleId: article.id, isNew: false, stored: 1 },
        { isNew: true, stored: 1 },
        { isNew: true, stored: 1 },
      ]);
      expect(new Set(outcomes.map(({ articleId }) => articleId)).size).toBe(3);
      const { text: _, ...bare } = documentOf('', [incoming(text.text, 'a roof')]);
      const { outcomes: inDoubt } = await importAll(database, cast.alice, [
        { ...bare, details: { url, title } },
      ]);
      expect(inDoubt).toMatchObject([{ articleId: null, stored: 0, lines: { refused: 1 } }]);
    });

    test('comes back where it was deleted', async () => {
      const { article, text } = await newArticle(database.db, cast.alice);
      await database.db.article.update({ where: { id: article.id }, data: { deletedAt: new Date() } });
      const { outcomes } = await bring(text.text, [incoming(text.text, 'a roof')]);
      expect(outcomes).toMatchObject([{ articleId: article.id, isNew: true, stored: 1 }]);
      expect((await work(article.id)).annotations).toHaveLength(1);
    });

    test.each([
      ['is empty', ' \n '],
      ['is too long', 'late '.repeat(500_000)],
    ])('is none where the text %s', async (_, text) => {
      const { outcomes } = await bring(text, [incoming(text, 'x'), incoming(text, 'y')]);
      expect(outcomes).toMatchObject([{ articleId: null, lines: { refused: 2 } }]);
    });
  });

  describe('an annotation', () => {
    test('that does not stand where the file says is moved or refused, and the report says how', async () => {
      const text = newText();
      const at = (words: string, anchors: Parameters<typeof incoming>[2]) => incoming(text, words, anchors);
      const offsets = { start: 3, end: 8, unit: 'utf16' as const };
      const { outcomes, importId } = await bring(text, [
        at('a roof', { place: 'line 1', anchors: [{ offsets, words: 'a roof' }] }),
        at('', { place: 'line 2', anchors: [{ offsets, words: 'the boathouse' }] }),
        at('', { place: 'line 3', anchors: [{ words: 'late' }] }),
        at('', { place: 'line 4', anchors: [{ offsets: { ...offsets, start: 0, end: 2 } }] }),
        at('', { place: 'line 5', anchors: [] }),
        at('was late', { place: 'line 6', label: 'Mood' }),
      ]);
      expect(outcomes).toMatchObject([{ stored: 1, lines: { moved: 1, refused: 3, left: 2 } }]);
      expect((await linesOf(database, importId)).map(({ place, outcome }) => `${place}: ${outcome}`)).toEqual(
        [
          'desk.jsonl, line 2: refused',
          'desk.jsonl, line 3: refused',
          'desk.jsonl, line 4: refused',
          'desk.jsonl, line 5: left',
          'desk.jsonl, line 6: left',
          'desk.jsonl, line 1: moved',
        ],
      );
    });

    test.each([
      ['of which the file says nothing is read from the text', {}, { value: 40, unit: 'cup' }],
      ['is read beside a note', { note: 'Mine' }, { value: 40, unit: 'cup', note: 'Mine' }],
      ['of which it says something stays as it says', { subject: 'tea' }, { value: null, subject: 'tea' }],
    ])('%s', async (_, attributes, kept) => {
      const text = newText();
      const { outcomes } = await bring(text, [incoming(text, '40 cups', { label: 'statistic', attributes })]);
      expect((await work(outcomes[0]?.articleId)).annotations).toMatchObject([kept]);
    });

    test('of a file of ours stays as it is', async () => {
      const text = newText();
      const source = incoming(text, '40 cups', { label: 'statistic', origin: 'manual' });
      const { outcomes } = await bring(text, [source]);
      expect((await work(outcomes[0]?.articleId)).annotations).toMatchObject([{ value: null, unit: null }]);
    });

    test('keeps what is no attribute of its tag, or a wrong one, in its note', async () => {
      const text = newText();
      const attributes = {
        value: 'about forty',
        value_max: '50',
        speaker: 'Ines',
        mood: 'glum',
        note: 'Sure.',
      };
      const { outcomes, importId } = await bring(text, [
        incoming(text, '40 cups', { label: 'statistic', attributes, remarks: ['From page 2'] }),
      ]);
      const [annotation] = (await work(outcomes[0]?.articleId)).annotations;
      expect(annotation).toMatchObject({ value: null, valueMax: null, speaker: null });
      expect(annotation?.note?.split('\n')).toEqual([
        'Sure.',
        'From page 2',
        'Speaker: Ines',
        'mood: glum',
        'Value: about forty',
        'Upper value: 50',
      ]);
      expect(await linesOf(database, importId)).toHaveLength(4);
    });

    test('whose note is too long is cut, and the report has the rest', async () => {
      const text = newText();
      const remarks = ['x'.repeat(9_000), `${'y'.repeat(2_000)}the end`];
      const { outcomes, importId } = await bring(text, [incoming(text, 'a roof', { remarks })]);
      const [annotation] = (await work(outcomes[0]?.articleId)).annotations;
      expect(annotation?.note?.length).toBeLessThanOrEqual(10_000);
      expect((await linesOf(database, importId))[0]?.reason).toMatch(/the end$/);
    });

    test('of a label that becomes a note stands in the notes of those on the same words', async () => {
      const text = newText();
      const remark = (words: string, more = {}) => incoming(text, words, { label: 'remark', ...more });
      const { outcomes, importId } = await bring(text, [
        incoming(text, 'Nobody told us', { label: 'quote' }),
        incoming(text, 'told us', { label: 'claim', attributes: { note: 'Mine' } }),
        incoming(text, 'a roof'),
        remark('Nobody', { remarks: ['hm'] }),
        remark('sells coffee'),
        remark('', { anchors: [] }),
      ]);
      const { annotations } = await work(outcomes[0]?.articleId);
      const noteOf = (words: string) => annotations.find((one) => one.text === words)?.note;
      expect(noteOf('Nobody told us')).toBe('remark: Nobody\nhm\nremark');
      expect(noteOf('told us')).toBe('Mine\nremark');
      expect(noteOf('a roof')).toBe('remark');
      expect((await linesOf(database, importId)).map(({ outcome }) => outcome)).toEqual([
        'note',
        'left',
        'note',
      ]);
    });

    test('holds no character that a database cannot keep', async () => {
      const text = newText();
      const odd = 'a\u0000b\ud800c';
      const { outcomes, importId } = await bring(text, [
        incoming(text, 'a roof', {
          place: odd,
          annotator: odd,
          remarks: [odd],
          attributes: { note: odd, [odd]: odd },
        }),
        incoming(text, '', { label: odd, anchors: [{ words: odd }] }),
      ]);
      const [annotation] = (await work(outcomes[0]?.articleId)).annotations;
      expect(annotation?.note?.split('\n')[0]).toBe('ab\ufffdc');
      expect(await linesOf(database, importId)).toHaveLength(2);
    });

    test('takes “nothing here” away where it tags, whoever said so', async () => {
      const loaded = await newArticle(database.db, cast.alice);
      const bobs = await loadArticle(database.db, cast.bob.accountId, loaded.article.id);
      for (const words of ['40 cups', '1,200 people'])
        await toggleNothingHere(database.db, bobs, placeOf(loaded.text.text, words));
      await bring(loaded.text.text, [incoming(loaded.text.text, '40 cups', { annotator: 'Nils' })]);
      const { marks } = await work(loaded.article.id);
      expect(marks.map(({ annotatorId }) => annotatorId)).toEqual([cast.bob.annotatorId]);
    });

    test('is not undone by a person’s undo', async () => {
      const loaded = await newArticle(database.db, cast.alice);
      await bring(loaded.text.text, [incoming(loaded.text.text, '40 cups')]);
      await expect(undo(database.db, loaded, 'undo')).rejects.toThrow(CannotUndoError);
    });
  });

  describe('annotators', () => {
    test('are made once, as annotators of the project', async () => {
      const text = newText();
      const name = `Nils ${made}`;
      const by = (words: string, annotator: string) => incoming(text, words, { annotator });
      const document = documentOf(text, [
        by('was late', name),
        by('a roof', ` ${name}\n`),
        by('40 cups', 'Bob'),
      ]);
      const { outcomes } = await importAll(database, cast.alice, [document]);
      const other = newText();
      await importAll(database, cast.alice, [
        documentOf(other, [incoming(other, 'a roof', { annotator: name })]),
      ]);
      const people = await database.db.annotator.findMany({ where: { name } });
      expect(people).toMatchObject([{ projectId: cast.alice.projectId, accountId: null, importedAs: name }]);
      const { annotations } = await work(outcomes[0]?.articleId);
      expect(new Set(annotations.map(({ annotatorId }) => annotatorId))).toEqual(
        new Set([people[0]?.id, await importedAs('Bob')]),
      );
    });

    test.each(['alice', 'bob'] as const)(
      'are never %s of the desk, whatever a file calls them',
      async (who) => {
        const { annotatorId } = cast[who];
        const { name } = await database.db.annotator.findFirstOrThrow({ where: { id: annotatorId } });
        const text = newText();
        const { outcomes } = await bring(text, [incoming(text, 'a roof', { annotator: name })]);
        const { annotations } = await work(outcomes[0]?.articleId);
        expect(annotations).toMatchObject([{ annotatorId: await importedAs(name) }]);
        expect(annotations[0]?.annotatorId).not.toBe(annotatorId);
        const again = newText();
        const second = await importAll(database, cast.bob, [
          documentOf(again, [incoming(again, '40 cups', { annotator: name })]),
        ]);
        expect((await work(second.outcomes[0]?.articleId)).annotations).toMatchObject([
          { annotatorId: annotations[0]?.annotatorId },
        ]);
      },
    );

    test('are not made for what is passed over', async () => {
      const loaded = await newArticle(database.db, cast.bob);
      const { text } = loaded.text;
      const saved = await tag(database.db, loaded, 'was late');
      const [id, before] = [saved.annotation.id, await work(loaded.article.id)];
      await updatePerson(database.db, cast.bob.accountId, { name: 'Bobby' });
      for (const more of [{ id }, {}]) {
        const { outcomes } = await bring(text, [incoming(text, 'was late', { annotator: 'Bobby', ...more })]);
        expect(outcomes).toMatchObject([{ stored: 0, lines: { duplicate: 1 } }]);
      }
      const renamed = await bring(text, [incoming(text, 'was late', { annotator: 'Robert', id })]);
      expect(renamed.outcomes).toMatchObject([{ stored: 0, lines: { duplicate: 1 } }]);
      expect(await work(loaded.article.id)).toEqual(before);
      expect(await database.db.annotator.count({ where: { importedAs: { in: ['Bobby', 'Robert'] } } })).toBe(
        0,
      );
      await updatePerson(database.db, cast.bob.accountId, { name: 'Bob' });
    });

    test('who deleted their own get it back as theirs, and nobody else’s', async () => {
      const loaded = await newArticle(database.db, cast.bob);
      const { text } = loaded.text;
      const { annotation } = await tag(database.db, loaded, 'was late');
      const document = documentOf(text, [
        incoming(text, 'was late', { annotator: 'Bob', id: annotation.id }),
      ]);
      const ownerAfter = async (member: typeof cast.bob) => {
        const there = await loadAnnotation(database.db, cast.bob.accountId, annotation.id);
        await removeAnnotation(database.db, there, there.annotation.version);
        await importAll(database, member, [document]);
        return (await work(loaded.article.id)).annotations[0]?.annotatorId;
      };
      expect(await ownerAfter(cast.bob)).toBe(cast.bob.annotatorId);
      expect(await ownerAfter(cast.alice)).toBe(await importedAs('Bob'));
    });

    test('of another project are not taken for ours', async () => {
      const text = newText();
      await importAll(database, cast.alice, [
        documentOf(text, [incoming(text, 'a roof', { annotator: 'Charlie' })]),
      ]);
      expect(await database.db.annotation.count({ where: { annotatorId: cast.charlie.annotatorId } })).toBe(
        await database.db.annotation.count({ where: { projectId: cast.charlie.projectId } }),
      );
    });

    test('are the importing person where that was chosen', async () => {
      const text = newText();
      const { outcomes } = await importAll(
        database,
        cast.bob,
        [documentOf(text, [incoming(text, 'a roof', { annotator: 'Somebody' })])],
        { annotators: 'me' },
      );
      expect((await work(outcomes[0]?.articleId)).annotations).toMatchObject([
        { annotatorId: cast.bob.annotatorId },
      ]);
      expect(await database.db.annotator.count({ where: { name: 'Somebody' } })).toBe(0);
    });
  });

  describe('an import', () => {
    test('that was cut off goes on behind the last whole document', async () => {
      const documents = [newText(), newText(), newText()].map((text) =>
        documentOf(text, [incoming(text, 'a roof'), incoming(text, 'was late')]),
      );
      const task = await newTask(database, cast.alice);
      const done = async () =>
        (await database.db.import.findUniqueOrThrow({ where: { id: task.importId } })).done;
      const [first, second] = documents;
      if (first) await importDocument(database, task, first, 0);
      // The article cannot be locked for a person who is not there: the transaction fails at its end.
      const lost = { ...task, importId: uuidv7() };
      const failed = second && importDocument(database, lost, second, 1);
      await expect(failed).rejects.toThrow(NotFoundError);
      expect(await done()).toBe(1);
      const stored = [];
      for (const [at, document] of documents.entries()) {
        if (at >= (await done())) stored.push((await importDocument(database, task, document, at)).stored);
      }
      expect(stored).toEqual([2, 2]);
      expect(await done()).toBe(3);
    });

    test('notes what could not be read', async () => {
      const task = await newTask(database, cast.alice);
      await importDocument(database, task, { place: 'line 7', reason: 'It is no JSON.' }, 6);
      expect(await linesOf(database, task.importId)).toMatchObject([
        { place: 'desk.jsonl, line 7', outcome: 'unreadable', reason: 'It is no JSON.' },
      ]);
    });

    test('is not for readers', async () => {
      const text = newText();
      const task = await newTask(database, cast.rita);
      const refused = importDocument(database, task, documentOf(text, [incoming(text, 'a roof')]), 0);
      await expect(refused).rejects.toThrow(ForbiddenError);
    });

    test('of thousands of annotations in one article is counted right', async () => {
      const sentences = Array.from(
        { length: 3000 },
        (_, at) => `Crate ${at} came to quay ${at + made} late.`,
      );
      const text = sentences.join(' ');
      let start = 0;
      const annotations = sentences.map((words) => {
        const offsets = { start, end: start + words.length, unit: 'any' as const };
        start += words.length + 1;
        return incoming(text, words, { anchors: [{ offsets }], label: 'statistic' });
      });
      const { outcomes } = await bring(text, annotations);
      expect(outcomes).toMatchObject([{ stored: 3000, lines: { duplicate: 0, refused: 0 } }]);
      const { annotations: rows } = await work(outcomes[0]?.articleId);
      expect(rows.every(({ text: words }) => sentences.includes(words))).toBe(true);
    });
  });
});

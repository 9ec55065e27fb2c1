import { beforeAll, describe, expect, test } from 'vitest';
import { exportFile } from '../../src/actions/export-annotations.ts';
import type { LoadedArticle } from '../../src/actions/load.ts';
import { toggleNothingHere } from '../../src/actions/mark-sentences.ts';
import { NO_FILTER } from '../../src/domain/annotation-filter.ts';
import {
  ATTRIBUTES,
  type AttributeRule,
  attributesOf,
  NO_ATTRIBUTES,
  readAttributes,
} from '../../src/domain/attributes.ts';
import type { Member } from '../../src/domain/permission.ts';
import { sightOf } from '../../src/domain/sight.ts';
import { BUILT_IN_TAGS, byTag } from '../../src/domain/tag.ts';
import { annotationReaders } from '../../src/formats/annotation-readers.ts';
import type { IncomingFile } from '../../src/formats/incoming.ts';
import { formatNamed, formats } from '../../src/formats/index.ts';
import { beginAnnotationImport, beginArticleImport, chooseLabels } from '../../src/import/receive.ts';
import { undoImport } from '../../src/import/undo.ts';
import type { Database } from '../../src/store/client.ts';
import { exportCodedArticles } from '../../src/store/export-codings.ts';
import { ensureLocalPerson } from '../../src/store/members.ts';
import { tag, tagParts } from '../support/annotating.ts';
import { FERRY, HOSTILE, loadAs, newArticle, placeOf } from '../support/articles.ts';
import { type Cast, makeCast } from '../support/cast.ts';
import { eachDatabase } from '../support/databases.ts';
import { localMember } from '../support/desk.ts';
import { fileOf, workOnImports } from '../support/import-files.ts';

const NOTE = '=1+1, "quoted"\nsecond line | pipe; <b>&amp;</b> \\ end\u2028🚢';

/** Every tag with a value for each of its attributes, as often as it takes to use every choice. */
const FULL = BUILT_IN_TAGS.flatMap((tag) => {
  const rules = attributesOf(tag);
  const times = Math.max(...rules.map(({ choices = [] }) => choices.length));
  return Array.from({ length: times }, (_, at) => {
    const fields = Object.fromEntries(rules.map((rule, place) => [rule.field, valueFor(rule, at, place)]));
    return { tag, attributes: readAttributes(tag, fields) };
  });
});

const NUMBERED = FULL.map((_, at) => `Sentence ${at} is tagged.`).join(' ');

/** A value of the attribute's kind. Later numbers are larger, so that ranges are in order. */
function valueFor({ kind, name, range, choices = [] }: AttributeRule, at: number, place: number): string {
  if (range) return String(range[0] + (range[1] - range[0]) / (at + 2));
  if (kind === 'choice') return choices[at % choices.length] ?? '';
  if (kind === 'number') return String(at + place + 0.5);
  return `${name} “${at}” 🚢${kind === 'paragraph' ? '\n\nand more' : ''}`;
}

/** The formats whose annotations are read as well. */
const READ_FORMATS = formats
  .map(({ key }) => key)
  .filter((key) => key !== 'codings' && annotationReaders.some((reader) => reader.key === key));

/** Those that carry "nothing here" and how far codings are. */
const CODED_FORMATS = ['jsonl', 'w3c'];

/** Work by two people that fills every attribute, with parts, overlaps, and words of every kind. */
async function annotate(db: Database['db'], cast: Cast): Promise<LoadedArticle[]> {
  const ferry = await newArticle(db, cast.alice, FERRY);
  const { text } = ferry.text;
  await tagParts(
    db,
    ferry,
    ['“Nobody told us,”', '“and nobody came.”'].map((words) => placeOf(text, words)),
    {
      tag: 'quote',
      attributes: {
        ...NO_ATTRIBUTES,
        speaker: 'Ines Okafor',
        cue: 'said',
        quoteType: 'direct',
        confidence: 'unsure',
        note: NOTE,
      },
    },
  );
  const byBob = await loadAs(cast.bob, db, ferry);
  await tag(db, byBob, 'About 1,200 people', {
    tag: 'statistic',
    attributes: {
      ...NO_ATTRIBUTES,
      value: 1200.5,
      valueMax: 1e21,
      comparator: '~',
      unit: 'people',
      subject: 'crossings | a day',
    },
  });
  await tag(db, byBob, '1,200 people cross', { attributes: { ...NO_ATTRIBUTES, checkWorthiness: 'high' } });
  await tag(db, ferry, 'Re\u0301my sells coffee: “שלום”', {
    attributes: { ...NO_ATTRIBUTES, speaker: 'רמי' },
  });
  await tag(db, ferry, 'ferry 🚢 to', { tag: 'claim' });
  await toggleNothingHere(db, byBob, placeOf(text, 'It was the third'));
  const hostile = await newArticle(db, cast.alice, HOSTILE);
  await tag(db, hostile, '</textarea><script>alert("a1")</script>', { tag: 'quote' });
  await tag(db, hostile, `{{7*7}} \${7} <hx-partial`, {
    tag: 'statistic',
    attributes: { ...NO_ATTRIBUTES, value: -0.25 },
  });
  const complete = await newArticle(db, cast.alice, NUMBERED);
  for (const [at, { tag: named, attributes }] of FULL.entries()) {
    await tag(db, complete, `Sentence ${at} is tagged.`, { tag: named, attributes });
  }
  const empty = await newArticle(db, cast.alice, 'Nothing is said here. Nor is it there.');
  await toggleNothingHere(db, await loadAs(cast.bob, db, empty), placeOf(empty.text.text, 'Nothing is'));
  await toggleNothingHere(db, empty, placeOf(empty.text.text, 'Nor is'));
  // As an import of complete files leaves it.
  await db.coding.updateMany({ where: { articleId: empty.article.id }, data: { state: 'done' } });
  return [ferry, hostile, complete, empty];
}

/** Everything of a project that an export can see, but for when a coding was done. */
async function contentOf(database: Database) {
  const project = await projectOf(database);
  const content: { readonly article: object; readonly codings: readonly object[] }[] = [];
  const found = exportCodedArticles(database, sightOf(project.member), project, NO_FILTER);
  for await (const { article, annotations, codings } of found) {
    content.push({
      article: { ...article, annotations: annotations.map(({ article: _, ...rest }) => rest) },
      codings: codings.map(({ doneAt: _, ...rest }) => rest),
    });
  }
  return content;
}

const articlesIn = (content: Awaited<ReturnType<typeof contentOf>>) => content.map(({ article }) => article);

async function projectOf({ db }: Database) {
  const [project] = (await ensureLocalPerson(db)).projects;
  if (!project) throw new Error('there is no project');
  return project;
}

async function exported(database: Database, key: string, raw = false): Promise<IncomingFile> {
  const format = formatNamed(key);
  if (!format) throw new Error(`there is no format ${key}`);
  const project = await projectOf(database);
  const request = { sight: sightOf(project.member), project, filter: NO_FILTER, format, raw };
  const chunks: Uint8Array[] = [];
  for await (const chunk of exportFile(database, request)) chunks.push(chunk);
  return { name: `desk.${format.extension}`, bytes: Buffer.concat(chunks) };
}

const mapping = byTag((tag) => tag);

async function bringIn(database: Database, member: Member, file: IncomingFile): Promise<string> {
  const { id } = await beginAnnotationImport(database.db, member, [file]);
  await chooseLabels(database.db, member, id, { mapping, annotators: 'named' });
  await workOnImports(database);
  return id;
}

eachDatabase((open) => {
  describe('what leaves comes back the same into an empty database', () => {
    let from: Database;
    let cast: Cast;
    let content: Awaited<ReturnType<typeof contentOf>>;
    beforeAll(async () => {
      from = await open();
      cast = await makeCast(from.db);
      await annotate(from.db, cast);
      content = await contentOf(from);
    });

    test('every attribute is filled, with every choice', () => {
      for (const { name, choices } of ATTRIBUTES) {
        const values = new Set(
          FULL.map(({ attributes }) => attributes[name]).filter((value) => value !== null),
        );
        expect(values.size).toBeGreaterThan(0);
        if (choices) expect([...values].sort()).toEqual([...choices].sort());
      }
    });

    test.each(READ_FORMATS)('%s, behind its articles', async (key) => {
      const into = await open();
      const member = await localMember(into.db);
      const articles = await exported(from, 'articles');
      await beginArticleImport(into.db, member, [articles]);
      await workOnImports(into);
      const file = await exported(from, key);
      const id = await bringIn(into, member, file);
      const lines = await into.db.importLine.findMany({ where: { importId: id } });
      expect(lines.map(({ place, outcome, reason }) => `${place} ${outcome}: ${reason}`)).toEqual([]);
      const isWhole = CODED_FORMATS.includes(key);
      const all = isWhole ? content : articlesIn(content);
      const there = async () => (isWhole ? contentOf(into) : articlesIn(await contentOf(into)));
      expect(await there()).toEqual(all);
      await bringIn(into, member, file);
      expect(await there()).toEqual(all);
    });

    test.each(['guarded', 'raw'])('codings, %s, behind the articles and annotations', async (how) => {
      const into = await open();
      const member = await localMember(into.db);
      await beginArticleImport(into.db, member, [await exported(from, 'articles')]);
      await workOnImports(into);
      await bringIn(into, member, await exported(from, 'csv'));
      const file = await exported(from, 'codings', how === 'raw');
      const id = await bringIn(into, member, file);
      // A coding with other work in it is its coder's to finish: only that of the article without annotations is done.
      expect(await contentOf(into)).toEqual(content);
      const events = await into.db.event.count();
      await bringIn(into, member, file);
      expect(await into.db.event.count()).toBe(events);
      await undoImport(into, member, id);
      expect(await into.db.sentenceMark.count()).toBe(0);
      expect(await into.db.coding.count({ where: { state: 'done' } })).toBe(0);
    });

    test.each(['with', 'without'])('adds nothing where it left from, %s ids', async (ids) => {
      const { bytes } = await exported(from, 'csv');
      let written = Buffer.from(bytes).toString();
      const rows = await from.db.annotation.findMany({ select: { id: true } });
      if (ids === 'without') for (const { id } of rows) written = written.replaceAll(id, '');
      const file = fileOf('desk.csv', written);
      const id = await bringIn(from, cast.alice, file);
      const lines = await from.db.importLine.findMany({ where: { importId: id } });
      expect(new Set(lines.map(({ outcome }) => outcome))).toEqual(new Set(['duplicate']));
      expect(await contentOf(from)).toEqual(content);
      expect(await from.db.annotator.count({ where: { importedAs: { not: null } } })).toBe(0);
    });

    test('jsonl, alone', async () => {
      const into = await open();
      const member = await localMember(into.db);
      await bringIn(into, member, await exported(from, 'jsonl'));
      expect(await contentOf(into)).toEqual(content);
    });
  });
});

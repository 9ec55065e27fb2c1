import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/domain/annotation.ts';
import { InvalidInputError } from '../../src/domain/errors.ts';
import type { Member } from '../../src/domain/permission.ts';
import type { IncomingFile } from '../../src/formats/incoming.ts';
import { beginAnnotationImport, chooseLabels } from '../../src/import/receive.ts';
import { findArticleText } from '../../src/store/article-texts.ts';
import type { Database } from '../../src/store/client.ts';
import { eachDatabase } from '../support/databases.ts';
import { stranger } from '../support/desk.ts';
import { archiveOf, workOnImports } from '../support/import-files.ts';
import { recount, storedCounts } from '../support/recount.ts';
import { namedFiles, toolFiles } from '../support/tool-files.ts';

const fileAt = (path: string): IncomingFile => ({ name: basename(path), bytes: readFileSync(path) });

/** Files of other tools, and whether annotations come out of them whose words can be placed. */
const FILES = [
  ...toolFiles(
    'doccano',
    {
      'sequence-labels.jsonl': true,
      'relations-over-lines.jsonl': true,
      'classification.jsonl': false,
      'sequence-incomplete.jsonl': true,
      'sequence-overlapping.jsonl': true,
      'relations.jsonl': true,
      'sequence.conll': true,
    },
    {
      'export/sequence_labeling-example.jsonl': true,
      'export/relation_extraction-example.jsonl': true,
      'export/text_classification-example.jsonl': false,
      'import/seq-example.jsonl': true,
      'import/seq-overlapping.jsonl': true,
      'import/relation-example.jsonl': true,
      'import/seq-example.conll': true,
    },
  ),
  ...toolFiles(
    'label-studio',
    { 'text-curly-quotes.json': true, 'hypertext.json': true },
    { 'text-alice-curly-quotes.json': true, 'hypertext-pulpfiction.json': true },
  ),
  // Its texts are not in it.
  ...toolFiles('refi-qda', { 'project.qdpx': false }, { 'TestProject.qdpx': false }),
];

const REFUSED = [
  ...namedFiles(
    'refi-qda',
    ['empty-sets.qdc', 'with-sets.qdc'],
    ['taguette-export.qdc', 'atlasti-win-23.4.qdc'],
  ),
  ...namedFiles('label-studio', ['labels.config.xml'], ['text-alice.config.xml']),
];

describe("other tools' files", () => {
  eachDatabase((open) => {
    let database: Database;
    let member: Member;
    beforeAll(async () => {
      database = await open();
    });
    // A project for each file, in which nothing has come in before.
    beforeEach(async () => {
      member = await stranger(database.db);
    });

    const stored = () =>
      database.db.annotation.findMany({ where: { projectId: member.projectId, deletedAt: null } });

    /** Brings a file in with every label as a claim, and gives what was noted. */
    async function bringIn(file: IncomingFile) {
      const { id, preview } = await beginAnnotationImport(database.db, member, [file]);
      const mapping = Object.fromEntries(preview.labels.map(({ label }) => [label, 'claim' as const]));
      const before = (await stored()).length;
      await chooseLabels(database.db, member, id, { mapping, annotators: 'me' });
      await workOnImports(database);
      const lines = await database.db.importLine.findMany({ where: { importId: id } });
      return { preview, lines, added: (await stored()).length - before };
    }

    async function everythingStandsInItsWords() {
      for (const { articleId, projectId, parts, text } of await stored()) {
        const article = await findArticleText(database.db, projectId, articleId);
        if (!article) throw new Error('an annotation without an article');
        const spans = (parts as [number, number][]).map(([start, end]) => ({ start, end }));
        expect(wordsOf(article.text, spans)).toBe(text);
        expect(await storedCounts(database.db, articleId)).toEqual(await recount(database.db, article));
      }
    }

    async function comesInOnce(file: IncomingFile, isPlaced: boolean) {
      const { preview, lines, added } = await bringIn(file);
      expect(added > 0).toBe(isPlaced);
      const lost = lines.filter(({ outcome }) => ['refused', 'duplicate', 'left', 'note'].includes(outcome));
      expect(added + lost.length).toBeGreaterThanOrEqual(preview.annotations);
      for (const { reason } of lines) expect(reason).toMatch(/\.$/);
      await everythingStandsInItsWords();
      expect((await bringIn(file)).added).toBe(0);
    }

    test.each(FILES)('$name', async ({ path, expected }) => {
      await comesInOnce(fileAt(path), expected);
    });

    test.each(namedFiles('brat', ['harbour', 'discontinuous'], ['news', 'spec']))(
      'a folder of brat: $name',
      async ({ path }) => {
        const files = readdirSync(path).map((name) => fileAt(join(path, name)));
        await comesInOnce(await archiveOf('brat.zip', files), true);
      },
    );

    test.each(REFUSED)('$name is refused with a reason', async ({ path }) => {
      await expect(beginAnnotationImport(database.db, member, [fileAt(path)])).rejects.toThrow(
        InvalidInputError,
      );
    });
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/domain/annotation.ts';
import { InvalidInputError } from '../../src/domain/errors.ts';
import type { Member } from '../../src/domain/permission.ts';
import type { IncomingFile } from '../../src/formats/incoming.ts';
import { beginAnnotationImport, chooseLabels } from '../../src/import/receive.ts';
import { findArticleText } from '../../src/store/article-texts.ts';
import type { Database } from '../../src/store/client.ts';
import { packageRoot } from '../../src/store/package-root.ts';
import { eachDatabase } from '../support/databases.ts';
import { localMember } from '../support/desk.ts';
import { archiveOf, workOnImports } from '../support/import-files.ts';
import { recount, storedCounts } from '../support/recount.ts';

const folder = join(packageRoot(), '../shared/interop');
if (!existsSync(folder)) console.log("Left out: other tools' files, which are not on this machine.");

const fileAt = (path: string): IncomingFile => ({ name: path, bytes: readFileSync(join(folder, path)) });

/** Files of other tools, and whether annotations come out of them whose words can be placed. */
const FILES: readonly (readonly [path: string, isPlaced: boolean])[] = [
  ['doccano/export/sequence_labeling-example.jsonl', true],
  ['doccano/export/relation_extraction-example.jsonl', true],
  ['doccano/export/text_classification-example.jsonl', false],
  ['doccano/import/seq-example.jsonl', true],
  ['doccano/import/seq-overlapping.jsonl', true],
  ['doccano/import/relation-example.jsonl', true],
  ['label-studio/text-alice-curly-quotes.json', true],
  ['label-studio/hypertext-pulpfiction.json', true],
  // Its texts are not in it.
  ['refi-qda/TestProject.qdpx', false],
];

describe.skipIf(!existsSync(folder))("other tools' files", () => {
  eachDatabase((open) => {
    let database: Database;
    let member: Member;
    beforeEach(async () => {
      database = await open();
      member = await localMember(database.db);
    });

    const stored = () => database.db.annotation.findMany({ where: { deletedAt: null } });

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

    test.each(FILES)('%s', async (path, isPlaced) => {
      await comesInOnce(fileAt(path), isPlaced);
    });

    test('a folder of brat', async () => {
      const names = readdirSync(join(folder, 'brat/news')).map((name) => `brat/news/${name}`);
      await comesInOnce(await archiveOf('news.zip', names.map(fileAt)), true);
      const spec = ['brat/spec/discontinuous.ann', 'brat/spec/discontinuous.txt'].map(fileAt);
      await comesInOnce(await archiveOf('spec.zip', spec), true);
    });

    test.each([
      'refi-qda/taguette-export.qdc',
      'refi-qda/atlasti-win-23.4.qdc',
      'doccano/import/seq-example.conll',
      'label-studio/text-alice.config.xml',
    ])('%s is refused with a reason', async (path) => {
      await expect(beginAnnotationImport(database.db, member, [fileAt(path)])).rejects.toThrow(
        InvalidInputError,
      );
    });
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../src/domain/codebook/codebook.ts';
import { UnreadableFileError } from '../../src/domain/errors.ts';
import { annotationReaders, findAnnotationReader } from '../../src/formats/annotation-readers.ts';
import type { IncomingAnnotation, IncomingFile } from '../../src/formats/incoming.ts';
import { type Format, formats } from '../../src/formats/index.ts';
import { packageRoot } from '../../src/store/package-root.ts';
import { quayRecords, quaySource, sourceOf } from './quay-records.ts';

const byKey = formats.map((format) => [format.key, format] as const);

async function fileOf(format: Format, source = quaySource): Promise<IncomingFile> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of format.write(source)) chunks.push(chunk);
  return { name: `quay.${format.extension}`, bytes: Buffer.concat(chunks) };
}

describe('the registry', () => {
  test.each(['key', 'extension', 'name'] as const)('has one format for each %s', (name) => {
    const values = formats.map((format) => format[name]);
    expect(new Set(values).size).toBe(values.length);
    expect(formats[0]?.key).toBe('csv');
  });

  test.each(byKey)('%s names itself', (_, { key, mediaType, name, description }) => {
    expect(mediaType).toMatch(/^[\w.+-]+\/[\w.+-]+(; [\w-]+=([\w-]+|"[^"\\]*"))*$/);
    expect(key).toMatch(/^[a-z0-9]+$/);
    expect([name, description]).not.toContain('');
  });

  test.each(byKey)(
    '%s has a page that tells what is lost, and stands in the overview',
    async (key, { losses }) => {
      const docs = join(packageRoot(), 'docs');
      const page = (await readFile(join(docs, `formats/${key}.md`), 'utf8')).replaceAll(/\s+/g, ' ');
      for (const loss of losses) expect(page).toContain(loss);
      expect(await readFile(join(docs, 'formats.md'), 'utf8')).toContain(`(formats/${key}.md) | \`${key}\``);
    },
  );

  test.each(byKey)('%s writes a project without articles', async (_, format) => {
    await expect(fileOf(format, sourceOf([]))).resolves.toMatchObject({ bytes: expect.any(Uint8Array) });
  });

  test.each(formats.flatMap((format) => (format.companion ? [[format.key, format.companion] as const] : [])))(
    '%s has a companion that describes its file',
    (_, companion) => {
      expect(companion.write('quay.file', DEFAULT_CODEBOOK).length).toBeGreaterThan(100);
    },
  );
});

describe('every pair that reads and writes', () => {
  // Codings are read for what they say beside annotations: tests/formats/codings.
  const pairs = byKey.filter(
    ([key]) => key !== 'codings' && annotationReaders.some((reader) => reader.key === key),
  );

  test('is most of them', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(6);
  });

  test.each(pairs)('%s is known by what is inside, and gives every annotation back', async (key, format) => {
    const file = await fileOf(format);
    for (const name of [file.name, 'file', 'file.txt']) {
      expect(findAnnotationReader({ ...file, name })?.key).toBe(key);
    }
    const read: IncomingAnnotation[] = [];
    for await (const document of annotationReaders.find((reader) => reader.key === key)?.read(file) ?? []) {
      expect(document).not.toHaveProperty('reason');
      if ('annotations' in document) read.push(...document.annotations);
    }
    expect(read.map(({ label }) => label).sort()).toEqual(quayRecords.map(({ tag }) => tag).sort());
    expect(read.map(({ annotator }) => annotator).sort()).toEqual(
      quayRecords.map(({ annotator }) => annotator).sort(),
    );
  });

  const others = byKey.filter(([key]) => !annotationReaders.some((reader) => reader.key === key));

  test.each(others)('%s, which is not read, is not known, or is refused with a reason', async (_, format) => {
    const file = await fileOf(format);
    const reader = findAnnotationReader(file);
    if (reader) await expect(reader.read(file).next()).rejects.toThrow(UnreadableFileError);
  });
});

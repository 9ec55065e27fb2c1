import { describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { quayRecords, quaySource } from './quay-records.ts';

describe('the registry', () => {
  test('has one format for an extension', () => {
    const extensions = formats.map((format) => format.extension);
    expect(new Set(extensions).size).toBe(extensions.length);
    expect(extensions).toContain('csv');
  });

  test.each(formats.map((format) => [format.extension, format] as const))(
    '%s names itself and writes every annotation',
    async (_, format) => {
      expect(format.mediaType).toMatch(/^[\w.+-]+\/[\w.+-]+(; [\w-]+=[\w-]+)*$/);
      expect([format.name, format.description]).not.toContain('');
      const chunks: Uint8Array[] = [];
      for await (const chunk of format.write(quaySource)) chunks.push(chunk);
      const written = Buffer.concat(chunks).toString();
      for (const record of quayRecords) expect(written).toContain(record.id);
    },
  );

  test.each(
    formats.flatMap((format) => (format.companion ? [[format.extension, format.companion] as const] : [])),
  )('%s has a companion that names its file', (extension, companion) => {
    expect(companion.write(`quay.${extension}`)).toContain(`"quay.${extension}"`);
  });
});

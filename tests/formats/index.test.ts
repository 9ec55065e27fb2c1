import { describe, expect, test } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { quayRecords, quaySource } from './quay-records.ts';

describe('the registry', () => {
  test.each(['key', 'extension'] as const)('has one format for each %s', (name) => {
    const values = formats.map((format) => format[name]);
    expect(new Set(values).size).toBe(values.length);
    expect(values).toContain('csv');
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

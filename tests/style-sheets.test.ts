import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../public/css');

const sheets = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const);

const faces = [...readFileSync(join(FOLDER, 'faces.css'), 'utf8').matchAll(/@font-face \{(.*?)\n\}/gs)].map(
  ([, rules = '']) =>
    Object.fromEntries(
      [...rules.matchAll(/([a-z-]+):\s*([^;]+);/g)].map(([, property = '', value = '']) => [property, value]),
    ),
);

const percent = (value: string | undefined) => Number.parseFloat(value ?? '') / 100;

/** Ascent and descent of each face, in parts of its size. */
const METRICS = { 'Serif as': [1.036, 0.335], 'Sans as': [1.024, 0.4] } as const;

describe('style sheets', () => {
  it.each(sheets)('%s takes sizes of letters from the scale', (_name, css) => {
    const sizes = [...css.matchAll(/[\s;{](?:font-size|font):\s*([^;]+);/g)].map(([, value = '']) => value);
    expect(sizes.filter((value) => !/var\(--size-[1-5]\)|^inherit$/.test(value))).toEqual([]);
  });

  it('the faces are there, with their licence', () => {
    const files = faces.flatMap((face) => /url\("(.+?)"\)/.exec(face.src ?? '')?.[1] ?? []);
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !existsSync(join(FOLDER, file)))).toEqual([]);
    expect(readFileSync(join(FOLDER, '../fonts/OFL.txt'), 'utf8')).toContain('SIL OPEN FONT LICENSE');
  });

  it('what stands in for a face has its lines, so that none moves when the face comes', () => {
    const standIns = faces.filter((face) => face['size-adjust']);
    expect(standIns.length).toBeGreaterThanOrEqual(4);
    for (const face of standIns) {
      const [, metrics] = Object.entries(METRICS).find(([kind]) => face['font-family']?.includes(kind)) ?? [];
      const size = percent(face['size-adjust']);
      expect(size * percent(face['ascent-override'])).toBeCloseTo(metrics?.[0] ?? 0, 3);
      expect(size * percent(face['descent-override'])).toBeCloseTo(metrics?.[1] ?? 0, 3);
    }
  });
});

import { expect, test } from 'vitest';
import { numberedSlug, slugOf } from '../../src/domain/project-slug.ts';

test.each([
  ['Iraq desk', 'iraq-desk'],
  ['  Élections — 2026!  ', 'elections-2026'],
  ['Straße & Meer', 'straße-meer'],
  ['a/b?c=d#e', 'a-b-c-d-e'],
  ['../..', 'project'],
  ['🚢', 'project'],
  ['Ёж', 'еж'],
  ['الانتخابات 2026', 'الانتخابات-2026'],
  ['कहानी', 'कहानी'],
  ['新聞', '新聞'],
  ['x'.repeat(60), 'x'.repeat(40)],
  [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
])('the name “%s” is “%s” in addresses', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('the slug of a slug is itself', () => {
  for (const name of ['Iraq desk', 'Élections', 'कहानी', `${'x'.repeat(39)} y`, '?']) {
    expect(slugOf(slugOf(name))).toBe(slugOf(name));
  }
});

test('the first of a name has no number', () => {
  expect([1, 2, 3].map((number) => numberedSlug('desk', number))).toEqual(['desk', 'desk-2', 'desk-3']);
});

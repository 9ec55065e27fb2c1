import { describe, expect, test } from 'vitest';
import { piecesOf, storedBody, typedBody, withOwnNames } from '../../src/domain/mention.ts';

const [ADA, ADA_LEE, BEN, ZOE] = [1, 2, 3, 4].map((n) => `0000000${n}-0000-7000-8000-000000000000`);
const people = [
  { id: ADA ?? '', name: 'Ada', maySee: true },
  { id: ADA_LEE ?? '', name: 'Ada Lee', maySee: true },
  { id: BEN ?? '', name: 'Ben', maySee: false },
  { id: ZOE ?? '', name: 'Zoë O’Hara', maySee: true },
];
const names = new Map(people.map(({ id, name }) => [id, name]));

describe('mentions in what somebody types', () => {
  test.each([
    ['nobody', 'It is a quote.', 'It is a quote.', []],
    ['a name', '@Ada look', `@[${ADA}] look`, [ADA]],
    ['the longest name that fits', '@Ada Lee look', `@[${ADA_LEE}] look`, [ADA_LEE]],
    ['in small letters', 'ask @ada lee.', `ask @[${ADA_LEE}].`, [ADA_LEE]],
    ['with signs of its own', '(@Zoë O’Hara)', `(@[${ZOE}])`, [ZOE]],
    ['somebody who may not see it', '@Ben!', `@[${BEN}]!`, [BEN]],
    ['two, one of them twice', '@Ada @Ben @Ada', `@[${ADA}] @[${BEN}] @[${ADA}]`, [ADA, BEN]],
    ['no one where more of a word follows', '@Adam and @Bens', '@Adam and @Bens', []],
    ['no one inside of an address', 'write to desk@Ada.example', 'write to desk@Ada.example', []],
    ['no one behind a bare sign', 'at @ noon, @', 'at @ noon, @', []],
    ['on several lines', 'One.\n@Ada\nTwo.', `One.\n@[${ADA}]\nTwo.`, [ADA]],
  ])('finds %s', (_, typed, body, mentioned) => {
    const found = storedBody(typed, people);
    expect(found.body).toBe(body);
    expect(found.mentioned.map(({ id }) => id)).toEqual(mentioned);
  });

  test.each(people.map(({ name }) => `Look, @${name}: is this a claim?`))(
    '%s comes back as it was',
    (typed) => {
      const { body, mentioned } = storedBody(typed, people);
      const stored = { body, mentions: mentioned.map(({ id }) => id) };
      expect(typedBody(stored, names)).toBe(typed);
      expect(piecesOf(stored, names)).toHaveLength(3);
    },
  );

  test('whoever is called otherwise by now is shown so, and whoever is not mentioned is not', () => {
    const stored = { body: `@[${ADA}] and @[${BEN}]`, mentions: [ADA ?? ''] };
    expect(typedBody(stored, new Map([[ADA ?? '', 'Former member 1']]))).toBe(
      `@Former member 1 and @[${BEN}]`,
    );
  });

  test('people of one name are told apart', () => {
    const same = [{ name: 'Ada' }, { name: 'Ben' }, { name: 'Ada' }, { name: 'Ada' }];
    expect(withOwnNames(same).map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Ada (2)', 'Ada (3)']);
  });
});

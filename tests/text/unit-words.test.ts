import { expect, test } from 'vitest';
import { unitBehind } from '../../src/text/unit-words.ts';

test.each([
  [60, 'person', 'people'],
  [1, 'person', 'person'],
  [-1, 'degree celsius', 'degree celsius'],
  [0, 'person', 'people'],
  [1.5, 'day', 'days'],
  [16, 'day', 'days'],
  [16, 'facility', 'facilities'],
  [3900, 'square kilometre', 'square kilometres'],
  [60, 'mile per hour', 'miles per hour'],
  [3, 'degree celsius', 'degrees celsius'],
  [6, 'square foot', 'square feet'],
  [2, 'policewoman', 'policewomen'],
  [2, 'human', 'humans'],
  [80, 'percent', 'percent'],
  [80, 'percentage point', 'percentage points'],
  [5, 'troops', 'troops'],
  [5, 'crisis', 'crises'],
  [5, 'bus', 'buses'],
  [5, 'km', 'km'],
  [5, 'USD', 'USD'],
  [5, '€', '€'],
  [5, 'Prozent', 'Prozent'],
  [5, '', ''],
])('behind %d, %s is %s', (value, unit, words) => {
  expect(unitBehind(value, unit)).toBe(words);
});

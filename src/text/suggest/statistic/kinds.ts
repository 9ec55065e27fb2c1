import { wordSet } from '../../word-set.ts';
import type { StatisticKind } from '../suggestion.ts';
import type { Figure } from './figure.ts';
import { CHANGE_VERBS } from './ranges.ts';
import type { Token } from './tokens.ts';
import { TIME_UNITS, UNIT_WORDS } from './unit-table.ts';

/** What kind of figure it is, from its unit, its form and the words around it. */
export function kindOf(tokens: readonly Token[], figure: Figure): StatisticKind {
  if (figure.kind !== undefined) return figure.kind;
  const { unit, amount } = figure;
  if (figure.money) return 'money';
  if (unit !== undefined && TEMPERATURES.has(unit)) return 'temperature';
  if (unit === 'degree') return isWeather(tokens, figure) ? 'temperature' : 'level';
  if (unit === 'fold' || (unit === 'time' && COMPARED.has(tokens[figure.next]?.lower ?? ''))) return 'ratio';
  if (isChanged(tokens, figure)) return 'change';
  if (amount.form === 'ratio' || isRate(unit)) return 'ratio';
  if (unit === 'percent' || (unit === undefined && amount.form === 'part')) return 'share';
  if (unit === 'percentage point' || unit === 'basis point') return 'change';
  return unit !== undefined && TIME_UNITS.has(unit) ? 'duration' : 'level';
}

/**
 * Speeds and the like are levels of one thing; "per day" and "a barrel" set two things against each other.
 */
function isRate(unit: string | undefined): boolean {
  return unit?.includes(' per ') === true && !UNIT_WORDS.has(unit);
}

const TEMPERATURES = new Set(['celsius', 'fahrenheit', 'kelvin']);
const COMPARED = wordSet(`
  as more higher larger bigger greater the faster likelier less
`);

/** How far before a figure the temperature may be named. */
const WEATHER_REACH = 12;
const WEATHER = new Set(
  'temperature temperatures thermostat heat heatwave weather warm warmed warming hot cold cool cooled highs lows high low freezing thermometer oven fever'.split(
    ' ',
  ),
);

function isWeather(tokens: readonly Token[], figure: Figure): boolean {
  const near = tokens.slice(Math.max(0, figure.first - WEATHER_REACH), figure.next + 5);
  return near.some((token) => WEATHER.has(token.lower));
}

/** "rose 5 percent", "fell by 12,000 jobs", "up 3 points", "a 10 percent increase". */
function isChanged(tokens: readonly Token[], figure: Figure): boolean {
  if (figure.unit !== undefined && TIME_UNITS.has(figure.unit)) return false;
  if (CHANGE_NOUNS.has(tokens[figure.next]?.lower ?? '')) return true;
  let at = figure.first - 1;
  while (at > figure.first - 6 && SMALL_WORDS.has(tokens[at]?.lower ?? '')) at -= 1;
  return CHANGE_VERBS.test(tokens[at]?.lower ?? '') && tokens[figure.first - 1]?.lower !== 'to';
}

const SMALL_WORDS = new Set(
  'by about around nearly almost roughly some over under more less than at least as much an estimated another only just a approximately'.split(
    ' ',
  ),
);
const CHANGE_NOUNS = new Set(
  'increase decrease rise fall drop cut jump gain decline reduction growth surge hike boost slump slide plunge swing more less higher lower fewer larger bigger smaller'.split(
    ' ',
  ),
);

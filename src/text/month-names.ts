/**
 * Names of the months and what papers shorten them to, in English, German, French, Spanish, Italian, Portuguese and
 * Dutch, from January on.
 */
const NAMES = [
  'january januar jänner janvier enero gennaio janeiro januari jan jän janv ene gen',
  'february februar februaro février fevrier febrero febbraio fevereiro februari feb févr fév fev',
  'march märz maerz mars marzo março marco maart mar mär mrz mrt',
  'april avril abril aprile apr avr abr',
  'may mai mayo maggio maio mei mag',
  'june juni juin junio giugno junho jun giu',
  'july juli juillet julio luglio julho jul juil lug',
  'august août aout agosto augustus aug ago',
  'september septembre septiembre setiembre settembre setembro sept sep set',
  'october oktober octobre octubre ottobre outubro oct okt ott out',
  'november novembre noviembre novembro nov',
  'december dezember décembre decembre diciembre dicembre dezembro dec déc dez dic',
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** A group that holds the name of a month, for a pattern with the flags `iu`; the longest name is taken. */
export const MONTH_NAME = `(${[...NUMBERS.keys()].toSorted((a, b) => b.length - a.length).join('|')})(?!\\p{L})\\.?`;

/** The number of a month, from 1; NaN for what is none. */
export function monthNumber(name = ''): number {
  return NUMBERS.get(name.toLowerCase()) ?? Number.NaN;
}

const WEEKDAYS =
  'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi ' +
  'dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato ' +
  'domenica segunda terça quarta quinta sexta maandag dinsdag woensdag donderdag vrijdag zaterdag zondag';

/** The name of a weekday in another language than English, at the edge of words; for the flags `giu`. */
export const OTHER_WEEKDAY = new RegExp(
  `(?<!\\p{L})(?:${WEEKDAYS.split(' ').join('|')}|(?:mo|di|mi|do|fr|sa|so)(?=[.,]))(?:-feira)?(?!\\p{L})\\.?`,
  'giu',
);

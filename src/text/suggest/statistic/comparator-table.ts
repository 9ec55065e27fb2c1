import type { Comparator } from '../suggestion.ts';

const COMPARATORS = ['>', '<', '≥', '≤', '~', '='] as const;

/** Words and signs before a figure, lower case. "nearly" and "almost" say that the figure is rounded. */
export const COMPARATOR_LEADS: ReadonlyMap<string, Comparator> = table({
  '>': `more than | well more than | much more than | far more than | just more than | slightly more than
    a little more than | little more than | over | well over | just over | slightly over | a little over | far over
    above | well above | just above | slightly above | exceeding | exceeds | exceeded | exceed | greater than
    larger than | higher than | bigger than | older than | longer than | taller than | heavier than | later than
    upwards of | upward of | in excess of | north of | surpass | surpasses | surpassed | surpassing | topping | topped
    better than | beyond | >`,
  '≥': `at least | no less than | no fewer than | not less than | not fewer than | a minimum of | minimum of | minimum
    greater than or equal to | more than or equal to | bigger or equal than | higher or equal than | as few as
    as little as | from at least | ≥ | > = | starting at`,
  '<': `less than | fewer than | well under | just under | slightly under | a little under | under | below | well below
    just below | slightly below | slightly less than | a little less than | just less than | far less than
    far fewer than | lower than | smaller than | younger than | shorter than | cheaper than | just short of
    south of | <`,
  '≤': `up to | at most | no more than | not more than | no higher than | no larger than | as many as | as much as
    as high as | as long as | a maximum of | maximum of | maximum | less than or equal to | smaller or equal than
    equal to or less than | lower or equal than | at the most | ≤ | < = | not exceeding | not to exceed`,
  '~': `about | around | approximately | approx | approx . | aproximately | roughly | nearly | almost | close to | some
    an estimated | estimated | circa | ca . | in the region of | on the order of | in the order of | virtually
    something like | just about | somewhere around | a reported | reportedly | at around | at about | near | nearer
    an approximate | an average of about | estimated at | ~ | ≈ | plus or minus | ± | + / - | + / − | + or -`,
  '=': 'exactly | precisely | equal to | equals | a total of | =',
});

/** Words behind a figure, lower case. */
export const COMPARATOR_TAILS: ReadonlyMap<string, Comparator> = table({
  '≥': `or more | and more | or greater | or higher | or above | and above | or over | and over | or older | and older
    or longer | or larger | or better | and up | and upwards | or more than | at least | at minimum`,
  '≤': 'or less | or fewer | or lower | or below | or under | and under | or younger | and younger | or smaller | at most | tops',
  '~': 'or so | or thereabouts | more or less | odd | give or take',
});

function table(rows: Partial<Record<Comparator, string>>): ReadonlyMap<string, Comparator> {
  const words = new Map<string, Comparator>();
  for (const comparator of COMPARATORS) {
    for (const phrase of (rows[comparator] ?? '').split(/[|\n]/u)) {
      if (phrase.trim() !== '') words.set(phrase.trim(), comparator);
    }
  }
  return words;
}

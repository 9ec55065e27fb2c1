import { wordSet } from '../../word-set.ts';

/** Months, full and short. */
export const MONTHS = wordSet(`
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec
`);

/** Words that name things by number: "page 12", "Section 5", "Flight 370", "day five". */
export const NUMBERED = wordSet(`
  page pages p pp pg chapter chapters section sections sec article articles clause paragraph paragraphs para subsection
  item items figure fig table appendix exhibit annex schedule volume vol issue edition number numbers no nos nr nrs num
  route highway interstate freeway motorway junction exit road flight gate platform track terminal runway channel room suite apt
  apartment flat floor building block lot unit bus car tram line train engine ward precinct district zone sector area
  phase stage step part act scene verse rule title amendment proposition prop measure resolution order directive
  category class grade level tier type model version mark mk round game match race lap heat set week day night year
  episode season series group pool division league lane row seat seats box bed cell camp hangar pier berth warehouse warehouses
  file case docket bill protocol regulation form code formula psalm chapter surah room studio windows android ios mac
  junctions exits gates platforms routes rooms wards districts zones phases grades terminals
  h.r. h.b. s.b. apollo voyager soyuz falcon artemis route phone tel telephone fax ext extension zip postcode serial id isbn
  fortune ftse nasdaq dow russell nikkei topix kospi dax cac stoxx asx s&p iphone ipad galaxy pixel playstation xbox boeing airbus
  explorer html python php mp3 euro covid h1n1 rocket channel radio bbc itv mtv tv fm am news
`);

/**
 * Words of the list above that also stand before a real figure ("a car 15 metres long") when a unit follows.
 */
export const STREETS = wordSet(`
  street st road rd avenue ave lane ln drive dr boulevard blvd court ct place pl square sq terrace crescent close way
  highway hwy parkway pkwy plaza row gardens mews circle alley wharf quay broadway
`);

/** Words before a four-digit number that make it a year. */
export const YEAR_LEADS = wordSet(`
  in since by until till from to of the before after during through throughout late early mid year years circa c ca
  spring summer autumn fall winter and between around its his her their our this that ending ended fiscal financial
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec christmas easter mid-year q1 q2 q3 q4 h1 h2 quarter © copyright
  a an or for and budget annual
`);

/** Time zones and the like behind a clock time, and eras behind a year. */
export const CLOCK_TAILS = wordSet(
  "am pm a.m. p.m. a.m p.m o'clock gmt est edt pst pdt cst cdt bst utc cet hrs' noon b.c. bc bce a.d.",
);

/** Words before a bare number that state an age. */
export const AGE_LEADS = wordSet('aged age ages');

/** Words that stand before "one" where it is a pronoun. */
export const PRONOUN_LEADS = wordSet(`
  this that which the no any every each another some such these those only-begotten wrong right big same other number
  good bad new old last first next second third
`);

/** Words before a small number word with no noun that make it a pronoun: "the two", "those three". */
export const GROUP_LEADS = wordSet(
  'the these those other all his her their our its us them you both in into of',
);

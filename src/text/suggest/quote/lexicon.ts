/**
 * The closed classes of English that the quote reader steers by: bits, so that one look-up tells all classes
 * of a word. Words not listed are taken for nouns, names, adjectives or ordinary verbs.
 */
export const DETERMINER = 1;
/** Leads in a phrase: of, in, despite. */
export const PREPOSITION = 2;
/** Can stand alone as a subject: he, they, many, others. */
export const PRONOUN = 4;
/** Starts a new clause: but, because, that. */
export const CONJUNCTION = 8;
/** Helps a verb: is, has, will. */
export const AUXILIARY = 16;
/** Stands beside a verb: also, never, and most words in -ly. */
export const ADVERB = 32;
/** Weekdays, months, "yesterday": where a dated adverbial starts or goes on. */
export const TIME = 64;
/** Starts a dependent question: how, whether, why. */
export const QUESTION = 128;
/** Who, which: the subject of a relative clause. */
export const RELATIVE = 256;
/** Ranks and forms of address that come before a name. */
export const TITLE = 512;
/** Verbs that come before "to say": went on, continued, tried. */
export const CHAIN = 1024;
/** What a statement is made in or at: interview, rally, letter. */
export const OCCASION = 2048;
/** Little words inside names: de, van, bin. */
export const PARTICLE = 4096;
/** Verb forms that are common and no cue: they end a noun phrase. */
export const VERB = 8192;

const CLASSES: readonly (readonly [number, string])[] = [
  [
    DETERMINER,
    'the a an this that these those his her its their our my your some any each every both all several many most few no another such one two three four five six seven eight nine ten dozens hundreds thousands whose either neither',
  ],
  [
    PREPOSITION,
    'of in on at by for from with about against over under after before during between among through into onto upon within without toward towards across behind beyond near outside inside around despite amid amidst following concerning regarding via per than like unlike until till since to as alongside throughout up down off out along above below except besides ahead because instead',
  ],
  [
    PRONOUN,
    'he she they we i you it everyone everybody someone somebody nobody anyone anybody others both many some most few none all these those this one there neither either several who which that what whoever',
  ],
  [
    CONJUNCTION,
    'but and or nor so yet that because if when while although though whereas unless as than whenever once until before after since where whether how why what lest',
  ],
  [
    AUXILIARY,
    "is are was were be been being am has have had having do does did done will would can could may might must shall should ought cannot isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't mightn't mustn't shouldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t mightn’t mustn’t shouldn’t",
  ],
  [
    ADVERB,
    "also then still now again later too once just even never ever always often sometimes already soon earlier previously therefore thus rather instead perhaps maybe not however meanwhile moreover furthermore nevertheless nonetheless indeed instead twice first afterward afterwards further further well much long only almost quite very simply simultaneously since today's likewise otherwise somehow yet together",
  ],
  [
    TIME,
    'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays mon tue wed thu fri sat sun january february march april june july august september october november december jan jan. feb feb. mar. apr. aug aug. sept sept. sep. oct oct. nov nov. dec dec. yesterday today tonight tomorrow earlier later recently afterwards afterward last next overnight previously ago',
  ],
  [QUESTION, 'how whether why what when where who which if'],
  [RELATIVE, 'who which that'],
  [
    TITLE,
    'mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady sen sen. rep rep. gov gov. lt lt. gen gen. maj maj. brig brig. col col. capt capt. cmdr cmdr. adm adm. sgt sgt. cpl cpl. pvt pvt. det det. insp insp. supt supt. pc cllr cllr. hon hon. rev rev. fr fr. pres pres. president senator representative governor congressman congresswoman general colonel captain major lieutenant admiral sergeant detective inspector superintendent constable chief minister chancellor secretary ambassador mayor councillor councilman councilwoman judge justice bishop archbishop cardinal pope rabbi imam king queen prince princess duke duchess sheikh coach officer sheriff deputy vice prime executive director manager attorney speaker leader whip commissioner chairman chairwoman chairperson spokesman spokeswoman correspondent counsel sheriff marshal premier commander sergeant lance undersecretary st st. dist. atty. asst. spc. staff master petty rear warrant prosecutor barrister solicitor coroner skipper striker',
  ],
  [
    CHAIN,
    'went goes go going continued continues continue tried tries try sought seeks seek appeared appears appear seemed seems seem began begins begin started starts start came comes come proceeded wanted wants refused declined failed hastened rushed moved dared needed used ready quick able willing paused stopped hurried bothered managed',
  ],
  [
    OCCASION,
    'statement statements interview interviews speech speeches conference letter letters email emails e-mail e-mails memo rally rallies tweet tweets post posts report reports briefing briefings hearing hearings testimony address remarks release filing filings court debate debates meeting meetings event events forum news press phone telephone call video podcast article column blog book essay op-ed editorial documents document note message messages facebook twitter instagram television tv radio trial complaint lawsuit affidavit indictment ruling opinion decision survey poll study paper review session broadcast appearance ceremony visit parliament commons lords tribunal inquest inquiry aftermath',
  ],
  [PARTICLE, 'de la le van von der den bin bint al el ibn da di du dos del ben ap mac y ter ten'],
  [
    VERB,
    'made makes make went goes gave gives give took takes take got gets get came comes saw sees knew knows left leaves kept keeps held holds ran runs put puts set sets led leads met meets won wins lost loses sent sends spent built paid became becomes grew fell rose brought bought caught began begins broke drove chose wrote spoke stood sat lay cut hit let',
  ],
];

const LEXICON: ReadonlyMap<string, number> = buildLexicon();

function buildLexicon(): Map<string, number> {
  const lexicon = new Map<string, number>();
  for (const [bit, words] of CLASSES) {
    for (const word of words.split(' ')) lexicon.set(word, (lexicon.get(word) ?? 0) | bit);
  }
  return lexicon;
}

/** The classes of a lower-case word, as bits; 0 for open classes. Words in -ly count as adverbs. */
export function classOf(word: string): number {
  const known = LEXICON.get(word);
  if (known !== undefined) return known;
  const bare = withoutContraction(word);
  const contracted = bare === '' ? undefined : LEXICON.get(bare);
  if (contracted !== undefined) return contracted;
  return word.length > 4 && word.endsWith('ly') && !LY_NOUNS.has(word) ? ADVERB : 0;
}

/** "he'd" is a "he". */
function withoutContraction(word: string): string {
  const at = Math.max(word.indexOf("'"), word.indexOf('’'));
  return at > 0 && word.length - at <= 3 ? word.slice(0, at) : '';
}

const LY_NOUNS: ReadonlySet<string> = new Set(
  'family assembly anomaly rally ally reply supply monopoly italy july emily kelly sally billy molly polly holly weekly daily monthly early friendly elderly likely lovely costly deadly reilly connolly donnelly kennelly daly'.split(
    ' ',
  ),
);

/**
 * The verbs that report what somebody says, thinks or wants, with the patterns each takes. A word list of our
 * own.
 *
 * One verb a line: base form, irregular past forms (and -ing form) after slashes, pattern letters or "-" for
 * none, then the prepositions that lead in what is reported; a word with "=" belongs to the verb, which is no
 * cue without one ("point out").
 *   q  a direct quote: “…,” she VERBed
 *   c  a clause with or without "that": she VERBed (that) it rained
 *   t  a clause only with "that" or a question word
 *   a  an addressee first: she VERBed him (that) …
 *   i  an infinitive: she VERBed to go
 *   u  somebody to do something: she VERBed him to go
 *   o  an object: she VERBed the plan
 *   n  an object and a name for it: she VERBed the plan a mess
 *   s  reports speech proper, rather than belief or attitude
 * A last "x": the base form and the -s form are as often nouns.
 */
const VERBS = `
say/said qcs about
tell/told qas of about
add qcs
note qcso x
argue qcs for against over
claim qcsi x
insist qcs on upon
warn qcsao of against about over
state qcs x
announce qcso
report qcso x on
declare qcso
explain qcso
acknowledge qcso
admit/admitted/admitting qcso to
confirm qcso
deny/denied qcso
contend qcs
maintain qts
assert qcso
allege qcs
suggest qcso
conclude qcs
reply/replied qcs to x
respond qcs to
answer qcs x
ask qasuio for about
write/wrote/writing/written qcs about of
tweet qcs about x
retweet q
post q x
blog qcs about
text qa x
email q x
testify/testified qcs about against
recall qcso
observe qcs
remark qcs on x
comment qs on about x
mention qcs x
reveal qcso
disclose qcso
predict qcso
forecast/forecast/forecasting co x
promise qcsaio x
pledge qcsio x
vow qcsio x
swear/swore/swearing/sworn qcs
threaten qcsio
propose qcsio
recommend qcso
demand qcsio x
complain qcs about of
lament qcso x
joke qcs about x
quip/quipped/quipping qcs x
boast qcs of about x
brag/bragged/bragging qcs about
concede qcso
stress/stressed/stressing qcso x
emphasize qcso
emphasise qcso
reiterate qcso
repeat qcs x
underline qcso
underscore c
highlight o x
caution qcsa against about x
advise qtsau against
assure qas of
reassure qas
inform qas of about
notify/notified qas of
remind qasu of about
convince tu of
persuade tu of
urge qsuo for
call qns for on x
plead/pleaded/pleading qs for with
beg/begged/begging qsu for
implore qsu
order su x
instruct qsu
command qsu x
encourage u
invite u
request ts x
expect ciuo
project c x
estimate cso x
calculate cs
reckon qcs
guess qc x
suspect c x
assume t
presume c
believe qc in
think/thought qc
feel/felt t
know/knew/known t
recognize t
recognise t
understand/understood t
doubt t x
remember qcs
hold/held t
realize ct
realise ct
hope ci for x
fear cto x
worry/worried qc about over x
wonder qt about x
agree qcsi with on to
disagree qcs with on about
dispute to x
question to x
challenge o x
oppose o
support o x
back o x
favor o x
favour o x
want iuo
wish c x
refuse io
decline i
offer i x
decide t
find/found ct
discover t
learn tc
show/showed/shown ct x
indicate cso
imply/implied cs
hint cs at x
signal cso x
demonstrate t
prove/proved/proven t
rule ts against x
describe qno as
label n as x
brand n as x
dub/dubbed/dubbing n
characterize n as
characterise n as
liken n
compare n x
accuse qnos of
blame no for on x
credit n x
praise no for x
criticize no for
criticise no for
condemn o
denounce o as
decry/decried o
slam/slammed/slamming o
blast o for x
rip/ripped/ripping o
bash o
mock o
ridicule o
insult o
attack o x
rebuke o
berate o
chide o
scold o
hail o as
welcome o
applaud o
tout o x
champion o x
defend o
endorse o
reject o
rebuff o
dismiss/dismissed/dismissing o as
discount o x
downplay o
deride o as
resent o
regret cto x
dislike o
admire o
appreciate to
cite qo
quote o x
discuss o
outline o x
express o
voice o x
apologize qs for to
apologise qs for to
talk qs about of x
speak/spoke/spoken qs about of
point qcs out= to
lash - out= at
hit - out= back= at
fire q back=
shoot/shot q back=
chime q in=
weigh q in=
interject q
interrupt q
continue q
begin/began/begun q
go/went/gone q on=
start q
finish q
read/read q x
put/put/putting q it=
muse qc x
ponder q
opine qcs
proclaim qcso
pronounce qn
profess qcsi
attest qcs to
affirm qcso
reaffirm qcso
refute o
rebut/rebutted/rebutting qo
retort qcs x
counter qcs
object qcs to x
protest qcs against x
exclaim qcs
shout qcs at
yell qcs at
scream qcs
cry/cried qcs x
whisper qcs x
mutter qcs
murmur qcs
mumble qcs
moan qcs about x
groan q x
sigh q x
laugh q x
smile q x
grin/grinned/grinning q x
shrug/shrugged/shrugging q
nod/nodded/nodding q
sob/sobbed/sobbing q
snap/snapped/snapping q
bark q
growl q
roar q
chant qs x
recount qcso
relate qcs
narrate q
speculate qcs about
theorize cs
theorise cs
hypothesize cs
posit cs
postulate cs
surmise qc
deduce c
infer/inferred/inferring c
clarify/clarified qcso
elaborate q on
specify/specified qcso
stipulate t
decree t
mandate t
certify/certified t
verify/verified t
guarantee tio x
bet/bet/betting c x
fret/fretted/fretting qc about
grumble qcs about
gripe qcs about
whine qcs about
rail qs against
gush q
enthuse qcs
rave q about
swoon q
tease q
taunt q
gloat qcs
crow qcs
jest qcs
deadpan/deadpanned/deadpanning q
scoff qs at
sneer q
sniff q
confess qcs to
confide qcs
divulge qcso
spell out=
set/set/setting - out=
lay/laid out=
make/made t clear= plain=
advocate tos for
push - for x
press u for x
lobby/lobbied us for
summarize qo
summarise qo
sum/summed q up=
conjecture cs
foresee/foresaw/foreseen to
envision to
envisage to
anticipate to
fault o
view n as x
dream t of
marvel qc at
rejoice q
vouch s for
preach qs about
teach/taught t
lecture s on
inquire qt about
enquire qt about
query/queried qo x
quiz x
allude s to
refer/referred/referring s to
reflect q on
bemoan qo
mourn o
blurt q out=
volunteer qc x
venture qc x
chuckle q
pray qt for
message qa x
caption q
headline q
`;

/** What a cue can take; see the letters above. */
export interface Cue {
  readonly lemma: string;
  readonly form: 'base' | 's' | 'past' | 'ing';
  readonly quote: boolean;
  readonly clause: boolean;
  readonly that: boolean;
  readonly addressee: boolean;
  readonly infinitive: boolean;
  readonly urge: boolean;
  readonly object: boolean;
  readonly naming: boolean;
  readonly speech: boolean;
  /** The form is as often a noun. */
  readonly noun: boolean;
  /** Prepositions that lead in what is reported. */
  readonly prepositions: readonly string[];
  /** Words that belong to the verb itself: "out" of "point out". */
  readonly tails: readonly string[];
}

type Patterns = Omit<Cue, 'form' | 'noun'>;

const CUES: ReadonlyMap<string, Cue> = buildCues();

/** The cue that a lower-cased word form is, if any. */
export function cueOf(word: string): Cue | undefined {
  return CUES.get(word);
}

function buildCues(): Map<string, Cue> {
  const cues = new Map<string, Cue>();
  for (const line of VERBS.trim().split('\n')) {
    const [forms = '', letters = '', ...rest] = line.split(' ');
    const [base = '', ...irregular] = forms.split('/');
    if (cues.has(base)) continue;
    const patterns = readPatterns(base, letters, rest);
    const noun = rest.includes('x');
    cues.set(base, { ...patterns, form: 'base', noun });
    cues.set(thirdPerson(base), { ...patterns, form: 's', noun });
    const pasts = irregular.filter((form) => !form.endsWith('ing'));
    for (const past of pasts.length ? pasts : [regularPast(base)]) {
      if (past !== base) cues.set(past, { ...patterns, form: 'past', noun: false });
    }
    const ing = irregular.find((form) => form.endsWith('ing')) ?? regularIng(base);
    cues.set(ing, { ...patterns, form: 'ing', noun: false });
  }
  return cues;
}

function readPatterns(lemma: string, letters: string, rest: readonly string[]): Patterns {
  const has = (letter: string) => letters.includes(letter);
  return {
    lemma,
    quote: has('q'),
    clause: has('c'),
    that: has('t') || has('c') || has('a'),
    addressee: has('a'),
    infinitive: has('i'),
    urge: has('u'),
    object: has('o'),
    naming: has('n'),
    speech: has('s'),
    prepositions: rest.filter((word) => word !== 'x' && !word.endsWith('=')),
    tails: rest.filter((word) => word.endsWith('=')).map((word) => word.slice(0, -1)),
  };
}

function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function regularPast(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith('e') ? `${base}d` : `${base}ed`;
}

function regularIng(base: string): string {
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`;
}

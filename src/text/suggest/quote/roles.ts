/** Role nouns that ranks and forms of address stand for: "the general" can be Maj. Gen. Jones. */
const TITLE_ROLES: Readonly<Record<string, readonly string[]>> = {
  gen: ['general', 'commander', 'officer'],
  maj: ['major', 'officer'],
  col: ['colonel', 'officer'],
  capt: ['captain', 'officer'],
  lt: ['lieutenant', 'officer'],
  sgt: ['sergeant', 'officer'],
  adm: ['admiral', 'commander'],
  cmdr: ['commander'],
  det: ['detective', 'officer'],
  insp: ['inspector', 'officer'],
  supt: ['superintendent', 'officer'],
  pc: ['constable', 'officer'],
  sen: ['senator', 'lawmaker'],
  senator: ['lawmaker'],
  rep: ['representative', 'congressman', 'congresswoman', 'lawmaker'],
  representative: ['congressman', 'congresswoman', 'lawmaker'],
  congressman: ['lawmaker'],
  congresswoman: ['lawmaker'],
  gov: ['governor'],
  pres: ['president'],
  dr: ['doctor', 'physician', 'researcher', 'scientist'],
  prof: ['professor', 'academic', 'researcher'],
  cllr: ['councillor'],
  rev: ['reverend', 'pastor', 'minister', 'vicar'],
  prime: ['premier'],
  atty: ['attorney'],
  justice: ['judge'],
};

/**
 * The role nouns in a role's words, lower-cased: those written, and those that its abbreviations stand for.
 */
export function roleNouns(role: string): string[] {
  return role
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1)
    .flatMap((word) => [word, ...(TITLE_ROLES[word] ?? [])]);
}

const ROLES: ReadonlySet<string> = new Set(
  'chief head chair coach judge guard cook clerk expert host aide boss nurse guide captain king queen prince princess pilot friend wife husband father mother son daughter brother sister widow partner candidate nominee advocate activist vet priest monk nun scholar sheriff mp deputy star co-star striker back half winger fly-half centre-back dean fellow graduate general president spokesman spokeswoman spokesperson mayor'.split(
    ' ',
  ),
);

/** Whether a lower-cased noun names what somebody is, by the list: no surname is among them. */
export function isListedRole(word: string): boolean {
  return OFFICES.has(word);
}

const OFFICES: ReadonlySet<string> = new Set(
  'officer director president chairman chairwoman chairperson chair manager secretary minister spokesman spokeswoman spokesperson editor economist analyst strategist commissioner ambassador governor mayor deputy professor lecturer researcher partner founder co-founder owner adviser advisor consultant coordinator treasurer ceo cfo coo cto vp'.split(
    ' ',
  ),
);

/** Whether a lower-cased noun can name what somebody is. */
export function isRoleNoun(word: string): boolean {
  if (ROLES.has(word)) return true;
  return (
    word.length > 4 &&
    /(?:[^h]er|or|ist|man|woman|person|ian|ant|dent|gent|yee|ee|ive|ary|ster|smith|keeper|master)$/.test(
      word,
    ) &&
    !NOT_ROLES.has(word)
  );
}

const SOURCES: ReadonlySet<string> = new Set(
  'police analysts authorities people staff witnesses sources critics some scientists relatives neighbours neighbors residents fans voters reports campaigners lawyers'.split(
    ' ',
  ),
);

/** Whether a lower-cased plural names a kind of people: no name, even where it opens a sentence. */
export function isSourceNoun(word: string): boolean {
  return SOURCES.has(word) || (word.endsWith('s') && isRoleNoun(word.slice(0, -1)));
}

const NOT_ROLES: ReadonlySet<string> = new Set(
  'after under never number order power water paper letter over matter offer summer winter october november december september whether other another either neither rather later earlier former latter super better greater larger smaller lower higher upper inner outer computer quarter center theater minor major prior error mirror floor door color favor labor behavior important significant constant distant relevant recent student current different apparent human german woman ordinary military february january library summary necessary primary secondary temporary native active effective massive expensive committee coffee degree agree three restaurant plant grant italian russian american canadian european british iraqi syrian'.split(
    ' ',
  ),
);

const FEMALE_ROLES =
  /(?:woman|actress|mother|wife|daughter|sister|queen|princess|duchess|widow|baroness|dame|lady|mrs|ms|miss|nun|girl|aunt|grandmother|chairwoman|spokeswoman)$/;
const MALE_ROLES =
  /(?:^|[^o])man$|(?:father|husband|son|brother|king|prince|duke|lord|sir|mr|monk|boy|uncle|grandfather|priest)$/;

/** Whether a title or role noun says that its holder is a woman or a man. */
export function genderOfRole(word: string): 'female' | 'male' | undefined {
  const bare = word.toLowerCase().replace(/\.$/, '');
  if (FEMALE_ROLES.test(bare)) return 'female';
  return MALE_ROLES.test(bare) &&
    !/woman$/.test(bare) &&
    !/^(?:german|human|roman|person|reason|season)$/.test(bare)
    ? 'male'
    : undefined;
}

const FEMALE: ReadonlySet<string> = new Set(
  'mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela shirley anna ruth brenda pamela nicole katherine samantha christine emma catherine virginia debra rachel carolyn janet maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia martha cheryl megan andrea hannah jacqueline ann anne jean alice kathryn gloria teresa theresa sara janice julia grace judy sophia sophie rose denise amber marilyn danielle beverly charlotte natalie diana brittany kate katie jane claire fiona helen lucy chloe zoe nicola gemma hayley kirsty louise gillian hilary hillary melania ivanka angela ursula priti priya fatima aisha leila yasmin ingrid olga natasha elena svetlana marine carmen rosa isabel sofia gabriela lucia mei yuki keiko naomi amina zainab siobhan niamh aoife eilidh moira sheila tracy tracey wendy yvonne kellyanne condoleezza loretta elaine ellen eleanor frances joanna joanne rosie ruby ella eva eve nora norma paula penny philippa polly robin sally stella susannah tessa tina vanessa vera caroline beth erin molly holly jill kim lynn marie marian marianne maureen maggie meg'.split(
    ' ',
  ),
);

const MALE: ReadonlySet<string> = new Set(
  'james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle noah ethan jeremy walter keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie wayne vincent philip phillip bobby johnny bradley bob bill jim tom tim tony mike dave dan steve ken ron greg jeff matt chris nick ben sam alex harry simon graham ian neil stuart gareth rupert nigel colin craig derek malcolm gordon angus hamish callum rory liam conor declan barack bernie mitt newt marco ted rand boris vladimir dmitry sergei ivan igor ahmed mohammed muhammad mohamed omar ali hassan hussein khalid abdul carlos luis miguel jorge pedro diego pablo antonio francisco juan hans klaus jurgen wolfgang pierre jacques francois emmanuel hiroshi kenji takeshi wei raj sanjay amit vijay arjun oliver oscar leo luke max toby dominic damian hugh hugo miles giles jeremy geoffrey geoff martin trevor barry ray roy ross russell stanley stewart ralph rex rick rob roland rod rudy howard hank glenn fred felix eddie ed earl dwight duncan don dick dean darren curtis clive clifford christian chuck chad cameron calvin brett brendan blake'.split(
    ' ',
  ),
);

/** The gender that a first name is mostly given to; undefined where it is both or not listed. */
export function genderOfName(first: string): 'female' | 'male' | undefined {
  const bare = first.toLowerCase();
  if (FEMALE.has(bare)) return 'female';
  return MALE.has(bare) ? 'male' : undefined;
}

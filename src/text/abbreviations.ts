import { wordSet } from './word-set.ts';

/**
 * Words written with a full stop that does not (or need not) end a sentence, and the words around them that
 * decide. Forms are case-sensitive and without their last full stop: "Mass" is a state, "mass" is a word like
 * any other.
 */

/** Stand before a name: "Gen. Ortiz", "St. Paul", "Mt. Etna". The sentence goes on whatever follows. */
export const PREFIXES = wordSet(`
  Mr Mrs Ms Mx Messrs Mmes Mme Mlle Dr Drs Prof Profs Rev Revs Fr Hon Rt Msgr Ven Bp Abp Archbp Gov Govs Sen
  Sens Rep Reps Pres Amb Sec Atty Supt Insp Det Asst Assoc Dep Del Ald Cllr Comr Commr Gen Gens Maj Majs Col
  Cols Capt Capts Cpt Lt Lts Lieut Sgt Sgts Cpl Cpls Pfc Pvt Pvts Spc Cmdr Cmdrs Cdr Comdr Adm Adms Brig Ens
  Flt Sqn Bvt Hr Frau Herr Sra Srta Sri Shri Smt Dra Ing Mgr Mt Mts Ft Ste St mr mrs ms dr prof sen rep gov lt
  col sgt capt P.S P.P.S PS
`);

/** Never end a sentence: "vs.", "e.g.", "approx.". */
export const CONNECTORS = wordSet(`
  vs v viz cf e.g i.e eg ie f.e approx ca c incl excl esp resp Op op cit ibid b d née aka a.k.a w/o
`);

/** Stand before a figure: "No. 10", "p. 55", "Art. 50", "Aug. 4". Otherwise judged by what follows. */
export const BEFORE_FIGURES = wordSet(`
  Rs No Nos no nos N° Nr p pp P Pp pg pgs vol Vol vols Vols ch Ch chap Chap fig Fig figs Figs sec Sec sect Sect Sc
  Art Arts para Para par cl Cl eq Eq eqn Ex ext Ext pt Pt pts rm Rm Apt apt Ste Bldg Suppl suppl v
  ver Ver Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec jan feb mar apr jun jul aug sep sept oct nov dec Mon
  Tue Tues Wed Thu Thur Thurs Fri Sat Sun Tel tel Fax fax Ph H.R S.B A.B § §§ fl circa est Est
`);

/** Company forms: what follows decides. A capital word before a lower-case one mostly opens a sentence. */
export const COMPANIES = wordSet('Inc Corp Co Cos Ltd Pty Pte Plc plc Llc Cie inc corp ltd');

/** Words of office that stand between a company and a person: "Acme Corp. Chairman Jo Ode". */
export const OFFICES = wordSet(`
  Chairman Chairwoman Chair President Chief Vice Director Executive Treasurer Partner Founder Managing Senior
  General Manager Spokesman Spokeswoman Secretary Class Series Unit Pictures Stores Holdings
`);

/** Places: "in Fresno, Calif. Police said" ends after the full stop, "Calif. Gov." does not. */
export const STATES = wordSet(`
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ida Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore
  Pa Penn Tenn Tex Va Vt Wash Wis Wyo N.H N.J N.M N.Y N.C N.D S.C S.D R.I W.Va Alta Ont Que Sask B.C
`);

/** May end a sentence or stand inside it: what follows decides. */
export const OPEN = wordSet(`
  Bros Assn Assns Mfg Intl Int'l Natl Nat'l Gov't Govt Dept Depts Div Univ Inst Mgmt Hosp Ctr Ent Grp Svcs Svc
  Hldgs Dist Ry Rlwy co dept depts govt univ assn Jr Sr Esq jr sr Snr Jnr Ret ret Bart Kt Cal Col Dak Kans Nebr
  Oreg Penna Me Man Nfld Cong Ave Blvd Rd Ln Hwy Pkwy Expy Sq Ter Ct ave blvd rd hwy st Aves Sts Jan Feb Mar
  Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun al dba tel ed Ed eds Eds
  Refs cont cont'd med gen misc Supp Cir Stat NE NW SE SW yr yrs wk hr hrs min mins mo mos sq cu sec secs
  fl bbl avg approx hon
`);

/** Usually last in what they belong to; a capital after them opens a sentence: "etc.", "5 lb.". */
export const CLOSING = wordSet('etc lb lbs oz ft yd yds mi mph kg km cm mm ml tsp tbsp gal pct btw');

/** Unit that is also a word: an abbreviation only after a figure. */
export const UNIT_AFTER_FIGURE = wordSet('in ft mi sq cu min sec hr yd oz lb gal pt qt deg no');

/** Words that open a sentence far more often than they follow an abbreviation inside one. */
export const STARTERS = wordSet(`
  The This That These Those There Here It Its He She His Her Him They Their We Our You Your I My A An I'm I've
  I'd I'll It's He's She's They're They've We're We've You're That's There's What's Here's Let's I’m I’ve I’d
  I’ll It’s He’s She’s They’re They’ve We’re We’ve You’re That’s There’s What’s Here’s Let’s Don't Don’t Didn't
  Didn’t Isn't Isn’t Can't Can’t In On At By For From With Without Within After Before Since Until During
  Despite Among Amid Through Throughout Against According Because Although Though While When Whenever Where
  Wherever Whether If Unless As Once Like Unlike Of To And But Or Nor So Yet Still Then Thus Hence Therefore
  However Meanwhile Moreover Furthermore Nevertheless Nonetheless Instead Indeed Besides Also Even Just Perhaps
  Maybe Now Today Tonight Tomorrow Yesterday Later Earlier Recently Currently Finally Eventually Afterward
  Afterwards Previously Originally Soon Sometimes Often Usually Again What Who Whom Whose Why How Which Some
  Many Most Much Several Few Both Each Every Either Neither None Nobody Nothing Everyone Everybody Everything
  Someone Something Anyone All Another Other Others Such More Fewer Nearly Almost About Only Not No Is Are Was
  Were Did Does Do Has Have Had Will Would Can Could Should May Might Must Let Please Asked Under Over Between
  Unfortunately Fortunately Clearly Apparently Reportedly Last Next Millions Thousands Hundreds Dozens
`);

/**
 * Plural nouns and numbers that open a sentence when a lower-case word follows: "at Acme Inc. Shares fell".
 */
export const PLURAL_OPENERS = wordSet(`
  Analysts Officials Shares Sales Investors Traders Prices Prosecutors Lawyers Executives Researchers
  Scientists Critics Voters Workers Experts Economists Authorities Police Residents Witnesses Supporters
  Opponents Protesters Students Doctors Teachers Republicans Democrats Lawmakers Employees Customers Profits
  Revenues Results Stocks Bonds Banks Companies Firms People Women Men Children Parents Travelers Travellers
  Spokesmen Negotiations Talks Attorneys Regulators Managers Directors Members
  Agents Detectives Investigators Firefighters Nurses Engineers Writers Fans Players Drivers Passengers Neighbors Neighbours Parties
  Two Three Four Five Six Seven Eight Nine Ten Twelve Twenty Hundreds
`);

/** What follows "a.m." or "p.m." inside a sentence: days, months and time zones. */
export const AFTER_CLOCK = wordSet(`
  Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays
  Saturdays Sundays Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February March April May June July
  August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec EST EDT ET CST
  CDT CT MST MDT MT PST PDT PT AKST AKDT HST GMT BST UTC CET CEST IST JST AEST AEDT NZST Eastern Central
  Mountain Pacific Atlantic Greenwich London Beijing Moscow Tokyo Sydney Paris
`);

/** Clock and era marks, without dots: they follow a figure and may end the sentence. */
export const CLOCK_AND_ERA = wordSet('am pm AM PM BC AD BCE CE bc ad bce ce');

/**
 * Degrees, which end a sentence when a capital follows what a lower-case word introduces: "earned her Ph.D.
 * Tom was proud".
 */
export const DEGREES = wordSet('Ph.D M.D J.D LL.M LL.B LL.D M.B.A B.A M.A B.S M.S B.Sc M.Sc D.D.S Ed.D ph.d');

/** Words before a single letter that is a label, not an initial: "vitamin C.", "Plan B.". */
export const LABELLED_BY_LETTER = wordSet(`
  vitamin Vitamin plan Plan group Group section Section type Type hepatitis Hepatitis appendix Appendix class
  Class grade Grade category Category schedule Schedule exhibit Exhibit part Part influenza Influenza terminal
  Terminal option Option Series series pool Pool War Division division letter Team team Tier tier band Band
  Factor factor
`);

/** Names that end in a mark: the sentence goes on unless a starter follows. */
export const EXCLAIMED_NAMES = wordSet('Yahoo Jeopardy Oklahoma Yum Wham Oliver Airplane Jeb');

/** Lower-case words that open a surname: a sentence may begin with one. */
export const NAME_PARTICLES = wordSet('de da di du del della der den van von bin ibn la le ten ter al el');

/** Verbs of the clause that names a speaker after a quotation: "…?” Jones asked. */
export const SPEECH_VERBS = wordSet(`
  said says asked asks added adds replied replies told tells wrote writes shouted yelled cried exclaimed
  wondered explained insisted continued noted recalled joked quipped tweeted declared announced warned argued
  testified responded answered demanded whispered screamed laughed admitted claimed stated remarked observed
  concluded commented agreed posted thought mused sighed snapped repeated bellowed roared chanted retorted
  countered muttered murmured
`);

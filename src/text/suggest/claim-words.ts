import { wordSet } from '../word-set.ts';

/**
 * Word lists behind the claim score, written by hand. All in lower case; a word may stand in several lists.
 * Regular forms in -ed are recognised without a list.
 */

/** Words for amounts: with figures, the surest sign of something that can be looked up. */
export const AMOUNTS = wordSet(`
  hundred hundreds thousand thousands million millions billion billions trillion trillions percent per-cent
  percentage dozen dozens half third thirds quarter quarters fifth tenth double doubled triple tripled
  quadruple quadrupled twice majority minority plurality two three four five six seven eight nine ten eleven
  twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
  eighty ninety twenty-five dollars pounds euros cents tons tonnes barrels miles acres total average averaged
  median tens zero
`);

/** Measured comparison and rank. */
export const COMPARISONS = wordSet(`
  than fewer higher lower larger smaller bigger greater cheaper faster slower longer shorter older younger
  highest lowest largest smallest biggest fastest slowest longest oldest youngest poorest richest record first
  second third fourth last only ever nearly almost approximately roughly compared versus unprecedented ranked
  ranks rank deadliest busiest each entire none average same number amount level levels share proportion ratio
  total overall most least top
`);

/** Change over time. */
export const CHANGES = wordSet(`
  increase increases increased increasing decrease decreases decreased decreasing decline declines declined
  declining rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing growth
  drop drops dropped dropping cut cuts cutting reduce reduces reduced reducing reduction reductions raise
  raises raised raising lose loses lost losing loss losses gain gains gained added adding create creates
  created creating doubled doubling tripled expand expanded expanding expansion shrink shrank shrunk slash
  slashed surge surged soar soared soaring plunge plunged tumbled climbed slowed eliminated eliminate saved
`);

/** Irregular past forms and participles. */
export const IRREGULAR_PAST = wordSet(`
  was were had did went came became began begun broke broken brought built bought caught chose chosen cost cut
  dealt drew drawn drove driven fell fallen felt fought found flew forgot froze gave given got gotten grew
  grown held hid hit hurt kept knew known laid led left lent let lost made meant met paid put quit ran rose
  risen sent set shot shut sold sought spent stood stole stolen struck swore sworn taken took taught thought
  threw thrown understood won wore withdrew been done gone seen saw heard beat bet burst cast fed fled forced
  hung sank slid split spread swept swung bid overtook oversaw underwent outlawed
`);

/** Past forms of doing on the record: voting, signing, paying, ruling, arresting. */
export const RECORDED_ACTS = wordSet(`
  voted vetoed signed passed introduced sponsored co-sponsored proposed supported opposed endorsed appointed
  nominated elected enacted repealed ratified approved rejected blocked banned launched invaded bombed attacked
  killed died injured wounded arrested charged convicted sentenced indicted sued ruled acquitted pleaded
  testified resigned fired hired married born founded opened closed built bought sold paid spent invested
  donated received awarded earned borrowed cost funded cut raised lowered imposed lifted withdrew announced
  reported published released issued filed investigated recorded registered won lost beat defeated scored
  finished joined established created ended began started completed moved visited met sent gave took made
  deployed seized captured bailed negotiated declared doubled tripled shipped outsourced exported imported
  produced laid granted denied ordered promised pledged committed tested hospitalized hospitalised infected
  vaccinated evacuated destroyed damaged rescued stabbed shot robbed
`);

/** Present forms that state what a law, a body or a person does. */
export const STATED_ACTS = wordSet(`
  provides provide includes include requires require allows allow costs pays receives receive spends spend
  employs employ serves serve produces imports exports supports opposes contains covers cover owns runs
  operates operating leads ranks holds controls represents faces lives works earns makes uses sells buys
  consists belongs proposes calls bans prohibits permits funds investing invest announcing announce proposing
  propose launching introducing implementing implement implemented establishing establish building expects
  plans sponsoring signing asking spending providing serving working living paying using hiring producing
  supporting
`);

/** Matters that public records count or decide. */
export const PUBLIC_MATTERS = wordSet(`
  tax taxes taxed taxpayers taxpayer budget budgets deficit deficits debt surplus spending expenditures revenue
  revenues jobs job employment unemployment unemployed income incomes wage wages salary salaries earnings price
  prices inflation rate rates cost costs gdp economy recession exports imports trade tariff tariffs imported
  manufacturing oil gas coal energy barrel gasoline emissions carbon crime crimes murder murders homicide
  homicides deaths death killed casualties population births poverty welfare medicare medicaid insurance
  uninsured premiums pension pensions benefits security veterans troops soldiers forces weapons missiles
  nuclear warheads defense military sanctions treaty treaties alliance agreement nato bill bills law laws
  legislation act amendment court courts ruling vote votes voters ballot ballots election elections senate
  congress house parliament commons legislature veto policy regulation regulations program programs programme
  programmes grants grant funding funds fund aid loan loans mortgage mortgages bank banks company companies
  corporation corporations businesses business industry industries plant plants factory factories contracts
  contract school schools students teachers college colleges university graduates graduation tuition enrollment
  scores test tests hospital hospitals patients doctors nurses cancer disease virus vaccine vaccines cases
  infections drug drugs opioid prison prisons prisoners inmates police officers arrests immigrants immigration
  immigrant illegal border refugees visas deportations homes housing farm farms farmers acres water air
  pollution climate temperatures roads bridges highways miles rail airport land workers families households
  people americans citizens residents women men children capita countries nations states counties cities state
  country nation department agency bureau commission committee administration government gross product capital
  investment investments stock stocks shares market markets profits dollar billionaire sales customers fiscal
  legislators lawmakers statewide nationwide initiative initiatives reserve reserves session council councils
  campus campuses classroom classrooms preschool kindergarten pre-k childcare child-care clinics clinic
  treatment addiction mental disability disabilities disabled broadband infrastructure transit transportation
  port ports airports tourism agriculture agricultural crop crops livestock forests wildlife parks park river
  rivers lake dam sewage utilities utility electricity grid renewable solar wind fracking pipeline pipelines
  drilling overtime union unions bargaining employer employers employee employees hires entrepreneurs startups
  start-ups patents technology foster adoption custody license licenses licensing guard guardsmen reservists
  sheriff troopers firefighters sentencing parole probation recidivism bonds bond credit rating ratings audits
  constitution constitutional statute statutes ordinance referendum district districts commissioner
  superintendent federal local municipal county civilian lottery gambling casino casinos marijuana cannabis
  alcohol tobacco smoking obesity diabetes asthma mortality emergency hurricane flood floods flooding wildfire
  wildfires drought seniors retirees retirement elderly childhood infants marriage abortion abortions firearms
  guns gun handgun shootings violence domestic trafficking cyber intelligence embassy ambassador missile
  submarines carriers base bases spies hostages terrorists terrorism militia rebels army navy marines militants
  invasion occupation ceasefire embargo household homeowners homeowner foreclosure foreclosures rent tenants
  rents property shelter homeless homelessness league season match matches games goals points runs wins
  championship stadium club clubs transfer turnover merger acquisition bankruptcy shareholders layoffs
  headquarters factory-made semiconductor chips vehicles cars satellite spacecraft species researchers
  laboratory trial trials clinical dose doses genes projects project facility facilities construction center
  centers centre centres agencies departments payroll enrollments applications applicants recipients
  beneficiaries partnership partnerships taxation rebate rebates deduction deductions exemption exemptions
  subsidy subsidies credits fee fees toll tolls fines institute institutes museum library libraries faculty
  scholarship scholarships curriculum math science sciences engineering degree degrees diploma diplomas
  training apprenticeship apprenticeships workforce labor labour productivity economic development developers
  manufacturer manufacturers retail retailers investors investor venture equity medical medicine physicians
  physician therapy epidemic pandemic covid covid-19 coronavirus outbreak quarantine lockdown testing masks
  ventilators food hunger meals nutrition stamps farmland soil fish fisheries fishing efficiency megawatts fuel
  ethanol diesel engines auto automakers trucks trains freight airline airlines flights passengers commuters
  traffic lanes highway interstate contractors permits permit zoning cabinet assembly senators representatives
  representative governors mayors caucus delegates electorate turnout primary primaries campaign campaigns
  donors donations contributions lobbyists lobbyist pac pacs bailout stimulus subsidised subsidized medicines
  prescription prescriptions copays hospice transplant surgery surgeries screening tumors tumours genome
  telescope orbit reactor reactors enrichment uranium plutonium inspectors ammunition artillery drones aircraft
  helicopters jets battalion battalions brigade regiment airstrikes airstrike shelling offensive ceasefires
  peacekeepers checkpoint checkpoints detainees detention bail plea pleas verdict jury jurors appeal appeals
  lawsuit lawsuits settlement settlements damages plaintiffs defendants prosecution prosecutions felony
  felonies misdemeanor burglary burglaries theft thefts robbery robberies rape rapes assaults fraud laundering
  bribery bribes coach coaches striker goalkeeper pitcher quarterback innings wickets medal medals tournament
  tournaments qualifier qualifiers
`);

/** Evidence and its givers. */
export const EVIDENCE = wordSet(`
  according report reports reported reportedly study studies survey surveys poll polls polling data statistics
  figures census estimate estimates estimated research researchers scientists analysis records documents
  document evidence found finds shows showed shown published record testified testimony investigation
  investigators audit index officials official spokesman spokeswoman experts prosecutors economists analysts
  confirmed footage video transcript memo emails
`);

/** Verbs that hand a statement to a source. */
export const REPORTING = wordSet(`
  said says told announced reported stated argued claimed claims added noted wrote tweeted explained warned
  testified declared described accused alleged acknowledged admitted insisted denied suggested revealed
  disclosed predicted
`);

/** Words that place an event in time. */
export const TIMES = wordSet(`
  january february march april june july august september october november december jan feb aug sept oct nov
  dec monday tuesday wednesday thursday friday saturday sunday yesterday ago since year years month months week
  weeks day days decade decades century annual annually yearly monthly weekly daily quarter recently currently
  now today until already past last previous previously earlier former during between
`);

/** Those whose conduct is on record: a third person, an office, a party. */
export const ACTORS = wordSet(`
  he she they his her their him them president senator governor congressman congresswoman secretary
  vice-president minister mayor chairman republicans democrats republican democrat democratic conservatives
  labour tories opponent administration congress senate parliament government house committee company bank army
  police court judge justice ambassador spokesman chancellor premier king queen prince attorney sheriff
`);

// ---------------------------------------------------------------- what speaks against a checkable claim

/** Duty and wish. */
export const DUTIES = wordSet(`must should ought need needs needed shouldn't mustn't deserve deserves`);

/** The future. */
export const FUTURES = wordSet(`will won't shall 'll tomorrow someday forever`);

/** What might be. */
export const HYPOTHETICALS = wordSet(
  `would wouldn't could couldn't might may if unless whether perhaps maybe possibly probably likely suppose imagine`,
);

/** First person, one person. */
export const FIRST_PERSON = wordSet(`i me my mine myself i'm i'd i'll`);

/** The listener. */
export const SECOND_PERSON = wordSet(`you your yours yourself yourselves you're you'd you'll folks`);

/** Verbs of thinking and wishing: against a claim after "I" or "we". */
export const MENTAL = wordSet(`
  think believe feel hope want wish guess suppose know understand love like hate hear expect doubt agree
  disagree mean wonder appreciate care intend pray trust worry remember regret consider plan prefer see say
  thought felt hoped wanted
`);

/** Courtesy and the business of speaking. */
export const COURTESIES = wordSet(`
  thank thanks thankful grateful please welcome congratulations bless sorry excuse applause laughter goodnight
  goodbye hello ladies gentlemen colleagues honored honoured honor honour privilege pleasure proud god amen
  audience tonight let let's lets okay ok yeah yes sure oh hey wow gee question questions answer debate
  moderator
`);

/** Ideals: stirring, not checkable. */
export const IDEALS = wordSet(`
  hope hopes dream dreams future freedom liberty faith courage spirit heart hearts soul destiny promise
  challenge challenges opportunity opportunities responsibility vision values value justice dignity greatness
  believe together forward stronger strength leadership character commitment determination moral love
  prosperity tomorrow generation generations journey ideals principles wisdom unity sacrifice belief conscience
  integrity respect duty cause compassion excellence possibility possible mission goal goals effort
  common-sense common mind minds voice history bold path direction
`);

/** Words that judge rather than state. */
export const JUDGEMENTS = wordSet(`
  good great wonderful terrific fantastic amazing incredible extraordinary remarkable outstanding tremendous
  beautiful brilliant excellent superb perfect magnificent marvelous delightful nice fine lovely bad terrible
  horrible awful dreadful disgusting pathetic disgraceful shameful shameless outrageous ridiculous absurd
  ludicrous laughable preposterous insane crazy stupid idiotic idiot idiots foolish fool fools dumb moronic
  moron silly nonsense bogus phony fake sham hoax farce joke circus spectacle travesty disgrace shame hypocrite
  hypocrites hypocrisy hypocritical liar liars lies lie lying dishonest dishonesty deceitful deceptive corrupt
  corruption crooked evil wicked vile cruel cruelty heartless callous vicious nasty ugly hateful hatred hate
  bigot bigots bigoted bigotry racist racists racism sexist sexism misogynist misogyny misogynistic xenophobic
  xenophobia homophobic fascist fascists fascism authoritarian tyrant tyranny dictator tyrannical radical
  radicals extremist extremists extreme fanatical fanatics zealots zealot lunatic lunatics deranged unhinged
  hysterical hysteria paranoid delusional narcissist narcissistic megalomania buffoon clown thug thugs bully
  bullying coward cowards cowardly cowering weak pitiful incompetent incompetence inept clueless ignorant
  ignorance arrogant arrogance smug elitist elites mainstream propaganda propagandist brainwashed brainwashing
  indoctrination woke snowflakes snowflake libs leftist leftists leftism left-wing right-wing far-left
  far-right socialist socialists marxist marxists communist mob swamp cult cronies crony oligarchs oligarch
  plutocrats greedy greed selfish reckless irresponsible dangerous dangerously disastrous catastrophe
  catastrophic nightmare tragedy tragic horrific horrifying appalling alarming frightening terrifying scary
  shocking stunning stunningly egregious egregiously blatant blatantly brazen brazenly naked glaring flagrant
  toxic poisonous insidious sinister nefarious odious abhorrent repugnant despicable deplorable contemptible
  monstrous grotesque obscene sick sickening twisted perverse perverted rotten worthless useless pointless
  meaningless senseless mindless hopeless failed failing failure failures fiasco debacle mess chaos chaotic
  divisive polarizing inflammatory incendiary hyperbolic snarky condescending pandering virtue-signaling
  grandstanding fearmongering scaremongering smear smears smearing demonize demonizing demonized vilify
  war-mongering witch witch-hunt crusade obsession obsessed obsessive ironic irony ironically laughably sad
  sadly unfortunately fortunately thankfully tragically predictably unsurprisingly surprisingly interestingly
  curiously bizarre bizarrely weird strange odd oddly frankly honestly obviously clearly undoubtedly surely
  certainly arguably apparently supposedly so-called alleged simply merely utterly completely totally
  absolutely entirely truly really very quite extremely incredibly deeply profoundly wildly hugely massively
  grossly blindly shamelessly desperately desperate desperation cynical cynically naive naively gullible
  important unfair fair unjust wrong right wrongheaded misguided misleading untrue false falsely inaccurate
  unreasonable reasonable unacceptable intolerable inexcusable indefensible unconscionable unthinkable
  inevitable inherently fundamentally insufferable annoying tiresome boring exciting inspiring courageous
  heroic hero heroes brave noble legendary iconic beloved adored worse worst best better finest greatest easy
  hard tough difficult complicated happy glad excited confident optimistic ram rams rammed ramming stoke stokes
  stoking peddle peddles peddling spew spews spewing rail rails railing rant rants ranting bash bashes bashing
  trash trashing whine whines whining gloat gloating pander panders scheme schemes scheming plot conspire brag
  brags bragging boast boasts bluster bloviating meltdown tantrum tantrums regurgitate parrot parroting shove
  shoving cram sneer sneering scoff mock mocks mocking fawning grovel squander squandered squandering wreak
  havoc ravage ravaged decimate decimated devastate plague plagued fester festering doom doomed doomsayers
  wasteland buffoonery ego egos egotistical stunt stunts ploy gimmick gimmicks charade shenanigans whitewash
  cover-up embattled beleaguered truthers deniers apologists apologist ideologues ideologue pundits pundit
  hacks hack shills shill sycophants sycophant sycophantic enablers enabler cabal regime zealotry vast sheer
  mere utter massive staggering whopping profound glorious noxious vapid inane asinine imbecile cesspool
  garbage trashy sleazy slimy sordid shady seedy scandalous unprecedentedly monumental epic iconoclast bold
  audacious cravenly craven spineless feckless hapless ruthless ruthlessly merciless savage savagely barbaric
  brutal brutality draconian orwellian dystopian hellish bleak dire grim ominous chilling troubling disturbing
  unsettling worrying worrisome heartbreaking gut-wrenching devastating inhumane humiliating humiliation
  embarrassing embarrassment embarrassingly pathologically vindictive petty petulant childish juvenile immature
  thin-skinned unfit unqualified demagogue demagoguery populist strongman wannabe puppet stooge lackey minions
  henchmen elitism snob snobbish condescension double-standard moralizing sanctimonious self-righteous preachy
  hypocritically gaslighting spin spinning weaponize weaponized weaponizing politicize politicized hijack
  hijacked bait kowtow capitulate capitulation appease appeasement betray betrayal betrayed traitor traitors
  treason treasonous un-american anti-american patriots nazi nazis hitler stalinist bolshevik supremacist
  supremacists nationalist nationalists nationalism privilege privileged patriarchy oppressive oppression
  oppressors grievances victimhood common-sense nonsensical illogical irrational mindset sanity insanity
  madness lunacy idiocy stupidity folly undeniable undeniably unquestionably indisputable irrefutable
  inescapable self-evident crystal-clear plain plainly wonderfully beautifully brilliantly gorgeous dazzling
  delicious charming delight delightfully must-see love loves loved lovable adore enjoy enjoyed enjoyable fun
  funny hilarious hilariously dull tedious dreary deserves deserved deserving worth worthy unworthy blame
  blames guilty-conscience
`);

/** Rhetoric of opinion pieces: turns addressed to the reader and to the argument. */
export const RHETORIC = wordSet(`
  course indeed after-all apparently seems seem seemed seemingly appears hardly barely scarcely supposed
  purported precisely exactly rather instead yet perhaps anyway matter point truth reality fact idea notion
  narrative rhetoric argument excuse sense kind sort thing things way reason reasons problem answer question
  lesson message myth fear fears anger rage outrage grievance ideology agenda status quo simply why how what
  whoever whatever everyone everything anyone anything nobody nothing somehow something wonder understandable
  understandably unbelievable believable ought-to least mere pretend pretends pretending claim-to likes
  presumably conceivably ostensibly purportedly evidently admittedly needless doubt imagine picture
  rest-assured beware ultimately essentially basically literally virtually practically effectively somewhat
  altogether rightly wrongly ourselves themselves itself himself herself whomever
`);

/** The speaker's side. */
export const WE = wordSet(`we we've we're we'll our ours us ourselves`);

/** What lies ahead. */
export const UPCOMING = wordSet('next upcoming coming');

/** Words that stress. */
export const EMPHASIS = wordSet('so such too even just rather quite very really');

/** Words that leave no exception. */
export const ABSOLUTES = wordSet('all every always never no any nothing everything everybody nobody');

export const COPULAS = wordSet(`is are isn't aren't`);

/** The preposition that names the doer of a passive. */
export const AGENTS = wordSet('by');

/** Adverbs in -ly that only place or measure; the rest judge. */
export const PLAIN_ADVERBS = wordSet(`
  recently daily early family only previously formerly nearly approximately directly publicly currently
  initially originally officially federally annually monthly yearly weekly quarterly hourly jointly legally
  illegally allegedly reportedly separately subsequently immediately specifically respectively internationally
  nationally locally globally temporarily italy july reply supply apply assembly rely ally anomaly multiply
  comply imply roughly mostly partly largely mainly primarily generally usually typically newly lately elderly
  friendly monopoly emily billy kelly sally molly polly holly finally eventually similarly equally
  electronically anonymously unanimously medically financially politically economically historically
  traditionally commonly widely heavily closely significantly slightly rapidly quickly slowly steadily sharply
  partially fully privately personally individually automatically voluntarily accidentally simultaneously
  exclusively shortly briefly formally gradually permanently physically verbally orally remotely regularly
  frequently occasionally rarely repeatedly secretly openly peacefully safely fatally critically internally
  externally domestically overseas commercially scientifically technically academically militarily chemically
  genetically geographically
`);

/** Adjectives in -ous, -ful, -less, -ish and -istic that only describe; the rest colour. */
export const PLAIN_ADJECTIVES = wordSet(`
  religious various previous indigenous infectious contagious unanimous autonomous continuous simultaneous
  nervous famous anonymous hazardous miscellaneous numerous gaseous porous homogeneous spacious lawful unlawful
  wireless homeless stainless paperless british irish english scottish spanish turkish polish swedish danish
  finnish jewish kurdish flemish publish establish abolish finish fish furnish accomplish distinguish
  relinquish extinguish punish vanish cherish parish nourish unless regardless nonetheless nevertheless
  statistic characteristic logistic ballistic artistic linguistic handful successful unsuccessful useful armful
  teaspoonful
`);

/** First words that make a sentence an instruction. */
export const INSTRUCTIONS = wordSet(`
  remember think imagine ask look consider join give help let make take keep send tell go come get put stop
  start bring work build do don't be stand support vote see say show try use find listen read
`);

/** First words that lean on the sentence before. */
export const BACKWARD = wordSet(`that's it's this it there's that there these those here's`);
export const CONJUNCTIONS = wordSet('and but so or because yet well now look');

/** Words before a verb of thinking that make it the speaker's own. */
export const THINKERS = wordSet(`i we i'd i've to don't would you`);

/** States of mind after "I am". */
export const STATES_OF_MIND = wordSet(
  'convinced persuaded proud sorry afraid sure confident grateful honored honoured',
);

/** Nouns that make "my …" an opinion. */
export const OPINIONS = wordSet('judgment judgement opinion view mind hope belief');

/** Words before "to" that make an intention. */
export const INTENTIONS = wordSet('want like wants try trying able used hope hoping');

/** Auxiliaries before a participle. */
export const AUXILIARIES = wordSet('has have had been was were');

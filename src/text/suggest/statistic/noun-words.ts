import { wordSet } from '../../word-set.ts';
import { nameTable } from './name-table.ts';

/** Plurals that do not end in "s", to their singular. */
export const IRREGULAR_SINGULARS = nameTable(`
  =person | people | persons
  =man | men
  =woman | women
  =child | children
  =foot | feet
  =tooth | teeth
  =goose | geese
  =mouse | mice
  =life | lives
  =wife | wives
  =knife | knives
  =half | halves
  =leaf | leaves
  =wolf | wolves
  =thief | thieves
  =calf | calves
  =shelf | shelves
  =loaf | loaves
  =crisis | crises
  =basis | bases
  =analysis | analyses
  =thesis | theses
  =criterion | criteria
  =phenomenon | phenomena
  =bacterium | bacteria
  =stadium | stadia
  =referendum | referenda
  =alumnus | alumni
  =virus | viruses
  =bus | buses
  =bonus | bonuses
  =campus | campuses
  =census | censuses
  =movie | movies
  =zombie | zombies
  =calorie | calories
  =cookie | cookies
  =house | houses
  =horse | horses
  =nurse | nurses
  =case | cases
  =base | bases
  =course | courses
  =increase | increases
  =purchase | purchases
  =release | releases
  =license | licenses
  =corpse | corpses
  =hero | heroes
  =tomato | tomatoes
  =potato | potatoes
  =echo | echoes
  =volcano | volcanoes
  =veto | vetoes
  =euro | euros
  =inch | inches
  =century | centuries
  =gas | gases
  =axis | axes
`);

/** Nouns that are counted without a plural ending. */
export const UNMARKED_PLURALS = wordSet(`
  police personnel staff aircraft spacecraft hovercraft crew cattle sheep fish deer salmon trout cod poultry clergy
  series species swine youth infantry cavalry gentry offspring bison elk moose shrimp squid headquarters
  troops folk kin data media horsepower yen yuan baht rand won pence
`);

/**
 * Plurals in form that stand before the noun they belong to: "two sports teams", "three human rights groups".
 */
export const MODIFYING_PLURALS = wordSet(`
  sports arms rights sales goods customs systems affairs news futures savings securities services operations
  communications earnings weapons drugs games women's men's children's veterans works logistics electronics
  mathematics physics economics politics athletics robotics genetics statistics states nations times
  materials humanities clothes athletics plus business less overseas serious various previous dangerous religious
  famous numerous precious suspicious nervous conscious obvious luxurious furious anonymous autonomous indigenous
  continuous generous enormous rebellious ambitious notorious mysterious infectious homeless wireless jobless
  countless endless needless useless express press class glass access process mass cross business congress
`);

/** Words ending in "s" that are verbs, adverbs or else, not things counted. */
export const NOT_PLURALS = wordSet(`
  was is has does says goes its his hers ours yours theirs this thus us as yes always perhaps besides across
  towards afterwards upwards downwards backwards forwards sometimes nowadays indoors outdoors overseas unless whereas
  versus minus plus alas amongst whilst regards thinks believes supports suffers agrees disagrees
  remains makes takes gives gets comes becomes seems appears feels includes owns faces loses keeps lets puts
  sits stays tells begins allows expects denies suggests argues warns adds insists knows sees finds
  earns spends pays follows leaves receives occurs happens exists smokes dies belongs relies contains consists
  represents equals wants
  others gas lens atlas canvas christmas texas kansas arkansas dallas vegas thomas nicholas james charles wales mars athens
  brussels bias pancreas alias chaos cosmos ethos mercedes jones williams adams hughes rogers
`);

/**
 * Where a counted noun phrase ends at the latest: function words, common verbs, adverbs of time and place.
 */
export const STOPS = wordSet(`
  the a an this that these those each every either neither both all any some no another such
  i me my you your he him his she her it its we us our they them their who whom whose which what where when why how
  of in on at by for to from with without into onto over under above below between among amongst during until till
  since before after about against through across along around behind beneath beside beyond despite down near off
  out past per round than through throughout toward towards up upon via within like unlike except inside outside
  and or but nor so yet if because although though while whilst whereas unless as whether
  am is are was were be been being has have had having do does did doing will would shall should can could may might
  must ought cannot can't won't don't didn't isn't aren't wasn't weren't hasn't haven't
  not never also just only even still already too very quite rather almost nearly again once then there here now
  ago later earlier soon today yesterday tomorrow tonight apart away back together afterwards instead else long tall
  wide deep thick old apiece thereafter respectively altogether overall worldwide nationwide daily weekly
  said says say told tells went goes go going came comes come got gets get gave gives give took takes take taken
  made makes make knew know known saw sees see seen thought think found find left leave lost lose won win wins
  paid pay pays put sent send sold sell spent spend stood stand stayed fell fall rose rise grew grow became become
  began begin begun ran run led lead held hold kept keep brought bring bought buy built caught cut set sat met
  shot hit broke broken drove wrote spoke chose fought flew fled felt heard meant read rode sank sang slept struck
  swam taught threw wore beat bet cost hurt let quit shut spread need want live lives think believe work vote die
  remain include seem appear show support oppose agree suffer expect hope plan try use used help allow continue
  who've who's that's it's he's she's they're we're i'm you're there's what's let's they've we've i've
`);

/** Adjectives and the like that count for nothing as the last word of a counted phrase: "three more". */
export const HOLLOW_HEADS = wordSet(
  'more fewer less further additional extra other others different new old separate consecutive straight total respective',
);

/** Words that follow "one" where it is a pronoun or part of a set phrase. */
export const ONE_PHRASES = wordSet('another day time thing who that which another big-time');

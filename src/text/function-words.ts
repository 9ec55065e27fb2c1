/**
 * The little words by which a language written in Latin letters shows, by hand: those that no sentence goes long
 * without, and few that two languages share. Enough to tell which language it is, not to read it.
 */
const WORDS: Readonly<Record<string, string>> = {
  en: `the of and to in is was that for on with as by it he his her she they at from this be have has had not are were
    will would said an or but who which their its been more after about one all you we i there than when what also
    can could first two new no up out if my your a an over me so us am under make give me she's isn't don't it's only down
    do see met know say says how now because very think going get just`,
  de: `der die das und in an ist nicht von mit den des dem ein eine einen einer auf für sich auch zu im war wird sind er sie
    es als nach bei aus wie hat haben werden wurde über zum zur noch nur ihr wir ich rund bis oder aber dass vom am
    kein keine mehr sagte beim um`,
  fr: `le la les des et est du une un dans pour que qui sur au aux avec ce pas il elle sont par plus ne se été ont cette
    ces mais ou où nous vous leur son sa ses en de d l selon après comme à`,
  es: `el la los las de y en que un una es por con del para se su al lo como más no fue son está pero sus han ha desde
    hasta sobre entre según este esta`,
  pt: `o a os as de e do da em um uma que para com não no na se por dos das mais foi ao são como mas seu sua ou pelo
    pela até também é à nos nas segundo`,
  it: `il la lo gli le di e che un una è per con del della dei delle non sono da nel nella si al alla ha come più ma
    anche questo questa dal degli ai i`,
  nl: `de het een en van is op te dat die in voor met zijn niet aan er om ook als bij naar uit door over werd hebben
    heeft maar zei ze hij wordt tot meer`,
  sv: `och att det som en på är av för med till den inte har de ett om var från kan men vi jag i`,
  da: `og at det som en på er af for med til den ikke har de et var fra kan men vi jeg blev efter i`,
  no: `og at det som en på er av for med til den ikke har de et var fra kan men vi jeg ble etter i`,
  fi: `ja on ei se että oli hän mutta kun myös joka ovat olla kuin sen`,
  pl: `i w na z do się nie że jest to o od za jak po dla był była przez są ale jego oraz`,
  cs: `a se v na je že z do s o byl jako ale to které podle jsou by při`,
  sk: `a sa v na je že z do s o bol ako pre ale to ktoré podľa sú by pri`,
  hu: `a az és hogy nem is egy volt van meg ez de csak már vagy szerint`,
  ro: `și în de la cu a nu un o este că pe din care pentru mai sunt au prin după`,
  hr: `i u je na se da su za od ne s o koji kao bi iz što će`,
  tr: `ve bir bu da de için ile olarak çok daha ne gibi o kadar olan sonra göre`,
  id: `yang dan di dengan untuk ini itu dari pada tidak dalam adalah akan ke juga oleh`,
  vi: `và của là có được cho không trong một các người với này đã`,
  ca: `el la els les de i en que un una és per amb del no més han va al són aquest`,
  et: `ja on ei et see oli kui ka ning mis oma`,
  lv: `un ir ka no ar par uz bija tas kas arī lai`,
  lt: `ir yra kad į su iš buvo kaip bet tai apie nuo`,
  sq: `dhe të në një për me është nga që i e se`,
  eu: `eta da ez bat ere dute zen du dira`,
  af: `die en van is het nie in vir met wat op aan te om hy sy ook`,
  sw: `na ya wa kwa ni katika la za kuwa hii huo`,
  tl: `ang ng sa mga na ay at ito si para hindi`,
};

/** The languages that can be told by their words, those of more news first. */
export const WORD_LANGUAGES: readonly string[] = Object.keys(WORDS);

/** The places in `WORD_LANGUAGES` of the languages that each little word, in lower case, is one of. */
export const FUNCTION_WORDS: ReadonlyMap<string, readonly number[]> = byWord();

/** How many code units the longest little word has. */
export const LONGEST_LITTLE_WORD = [...FUNCTION_WORDS.keys()].reduce(
  (longest, { length }) => Math.max(longest, length),
  0,
);

function byWord(): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, words] of Object.values(WORDS).entries()) {
    for (const word of new Set(words.trim().split(/\s+/u))) {
      const known = index.get(word);
      if (known) known.push(at);
      else index.set(word, [at]);
    }
  }
  return index;
}

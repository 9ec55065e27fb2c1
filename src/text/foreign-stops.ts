import { wordSet } from './word-set.ts';

/**
 * Words that carry a full stop inside a sentence, in languages other than English, as they stand before it. By hand,
 * and only those that news has often.
 */
const ABBREVIATIONS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: wordSet(`
    z B d h u a o Ä bzw ca Dr Prof Nr Mio Mrd Tsd St Hr Fr vgl evtl ggf inkl exkl sog Abs Art Bd Jh bzgl geb gest Str
    Hl Ing Dipl Tel Abb Kap max min Std Sek Aufl Hrsg i e s insb u.a z.B d.h i.d.R Mag Jan Feb Aug Sept Okt Nov Dez
  `),
  fr: wordSet('M MM Dr Pr St Ste av apr env art p pp cf ex éd fig hab max min tél vol J-C'),
  es: wordSet('Sr Sra Srta Sres Dr Dra D Dña Ud Uds EE núm art p pág págs ej aprox tel Av Gral Lic Ing'),
  pt: wordSet('Sr Sra Dr Dra Exmo Exma Prof Profa D art p pág ex aprox tel Av Gen Eng'),
  it: wordSet('Sig Sigg Dott Avv Prof On Ing Geom art p pag es ca sec S tel'),
  nl: wordSet('dhr mevr mw dr drs ir mr prof bijv o.a m.b.t ca nr blz st incl excl resp o a m i v t jl'),
  sv: wordSet('bl a t ex kl ca s k f d jfr nr st osv dr prof resp ev'),
  da: wordSet('bl a f eks ca kl kr mio mia nr pct dr prof sml jf evt osv st'),
  no: wordSet('bl a f eks ca kl kr mill mrd nr pst dr prof jf evt osv st'),
  fi: wordSet('esim mm ns n klo mrd milj ks tri prof nro'),
  pl: wordSet('np m in dr prof ul al r tzn tzw ok godz nr mln mld tys pt św im wg inż mgr'),
  cs: wordSet('např tzv tj č str dr prof ing mgr bc mil mld tis st sv ul kč'),
  sk: wordSet('napr tzv t j č str dr prof ing mgr mil mld tis st sv ul'),
  hu: wordSet('pl dr kb ún stb ill u id ifj sz'),
  hr: wordSet('npr tzv tj dr prof mr br str mil mlrd god st sv ul'),
  ru: wordSet('г гг т е д п им ул руб коп млн млрд тыс трлн др пр см стр чел кв куб обл д-р проф'),
  uk: wordSet('р рр т е д ін ім вул грн коп млн млрд тис трлн див стор обл д-р проф'),
  tr: wordSet('Dr Prof Doç Av Sn vb vs bkz Alb Org Cad Sok No'),
  id: wordSet('Dr Prof Ir H Hj Jl No Rp dll dsb dst tgl hal'),
};

const SAME: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', sr: 'hr', bs: 'hr', sl: 'hr' };

/** Languages that write ordinals with a full stop: "am 3. Mai". */
const ORDINALS: ReadonlySet<string> = wordSet('de da no nb nn fi cs sk hu pl hr sr bs sl et lv is tr sv lb');

/** What opens sentences in German, whose nouns have capitals too. */
const GERMAN_OPENERS = wordSet(`
  Der Die Das Den Dem Des Ein Eine Einen Einem Er Sie Es Wir Ich Ihr Man Im In Am An Auf Aus Bei Beim Mit Nach Seit Von
  Vom Zu Zum Zur Für Gegen Ohne Durch Über Unter Vor Während Wegen Trotz Doch Aber Und Oder Denn Auch Nur Noch Schon Dann
  Danach Daher Deshalb Dabei Damit Dazu Davon Dagegen Allerdings Jedoch Wenn Weil Als Wie Was Wer Wo Warum Dieser Diese
  Dieses Diesen Sein Seine Ihre Unser Kein Keine Viele Mehrere Alle Heute Gestern Morgen Jetzt So Hier Dort Insgesamt
`);

/**
 * Whether a full stop in a language other than English stays inside its sentence: behind what is short for something,
 * and behind an ordinal. `word` stands before it, `next` behind it.
 */
export function staysInside(code: string, word: string, next: string): boolean {
  const known = ABBREVIATIONS[SAME[code] ?? code];
  if (code === 'de' && GERMAN_OPENERS.has(next)) return false;
  if (known?.has(word)) return true;
  if (/^\p{Lu}$/u.test(word)) return true;
  return ORDINALS.has(code) && /^\d{1,2}$/.test(word) && /^\p{L}/u.test(next);
}

/**
 * Words that multiply the numeral before them, in languages other than English: many look alike and differ a
 * thousandfold ("mil" is a thousand in Spanish and a million in Czech, "billion" a million millions in French).
 * A line for each language: word and power of ten.
 */
const TABLE: Readonly<Record<string, string>> = {
  de: 'tausend:3 tsd:3 million:6 millionen:6 mio:6 milliarde:9 milliarden:9 mrd:9 billion:12 billionen:12 bio:12',
  fr: 'mille:3 million:6 millions:6 milliard:9 milliards:9 md:9 mds:9 billion:12 billions:12',
  es: 'mil:3 millón:6 millon:6 millones:6 billón:12 billones:12',
  pt: 'mil:3 milhão:6 milhões:6 mi:6 bilhão:9 bilhões:9 bi:9 bilião:12 biliões:12 trilhão:12 trilhões:12 tri:12',
  it: 'mila:3 mille:3 milione:6 milioni:6 mln:6 miliardo:9 miliardi:9 mld:9 bilione:12 bilioni:12',
  nl: 'duizend:3 miljoen:6 mln:6 mio:6 miljard:9 mld:9 biljoen:12',
  sv: 'tusen:3 miljon:6 miljoner:6 mn:6 miljard:9 miljarder:9 md:9 mdr:9 biljon:12 biljoner:12',
  da: 'tusind:3 million:6 millioner:6 mio:6 milliard:9 milliarder:9 mia:9 billion:12 billioner:12',
  no: 'tusen:3 million:6 millioner:6 mill:6 milliard:9 milliarder:9 mrd:9 billion:12 billioner:12',
  fi: 'tuhat:3 tuhatta:3 miljoona:6 miljoonaa:6 milj:6 miljardi:9 miljardia:9 mrd:9 biljoona:12 biljoonaa:12',
  pl: 'tysiąc:3 tysiące:3 tysięcy:3 tys:3 milion:6 miliony:6 milionów:6 mln:6 miliard:9 miliardy:9 miliardów:9 mld:9',
  cs: 'tisíc:3 tisíce:3 tis:3 milion:6 miliony:6 milionů:6 mil:6 miliarda:9 miliardy:9 miliard:9 mld:9',
  sk: 'tisíc:3 tis:3 milión:6 milióny:6 miliónov:6 milióna:6 mil:6 miliarda:9 miliardy:9 miliárd:9 mld:9',
  hu: 'ezer:3 millió:6 milliárd:9 billió:12',
  ro: 'mie:3 mii:3 milion:6 milioane:6 mil:6 miliard:9 miliarde:9 mld:9',
  hr: 'tisuća:3 tisuće:3 hiljada:3 hiljade:3 milijun:6 milijuna:6 milion:6 miliona:6 mil:6 milijarda:9 milijarde:9 milijardi:9 mlrd:9',
  tr: 'bin:3 milyon:6 milyar:9 trilyon:12',
  id: 'ribu:3 juta:6 miliar:9 triliun:12',
  vi: 'nghìn:3 ngàn:3 triệu:6 tỷ:9 tỉ:9',
  ca: 'mil:3 milió:6 milions:6 bilió:12 bilions:12',
  et: 'tuhat:3 tuhande:3 miljon:6 miljonit:6 miljard:9 miljardit:9',
  lv: 'tūkstoš:3 tūkstoši:3 tūkstošu:3 tūkst:3 miljons:6 miljoni:6 miljonu:6 milj:6 miljards:9 miljardi:9 miljardu:9',
  lt: 'tūkstantis:3 tūkstančiai:3 tūkstančių:3 tūkst:3 milijonas:6 milijonai:6 milijonų:6 mln:6 milijardas:9 milijardai:9 milijardų:9 mlrd:9',
  ru: 'тысяча:3 тысячи:3 тысяч:3 тыс:3 миллион:6 миллиона:6 миллионов:6 млн:6 миллиард:9 миллиарда:9 миллиардов:9 млрд:9 триллион:12 триллиона:12 триллионов:12 трлн:12',
  uk: 'тисяча:3 тисячі:3 тисяч:3 тис:3 мільйон:6 мільйони:6 мільйонів:6 мільйона:6 млн:6 мільярд:9 мільярди:9 мільярдів:9 мільярда:9 млрд:9 трильйон:12 трлн:12',
  bg: 'хиляда:3 хиляди:3 хил:3 милион:6 милиона:6 млн:6 милиард:9 милиарда:9 млрд:9',
  el: 'χιλιάδες:3 χιλ:3 εκατομμύριο:6 εκατομμύρια:6 εκατ:6 δισεκατομμύριο:9 δισεκατομμύρια:9 δισ:9 τρισεκατομμύρια:12 τρισ:12',
  ar: 'ألف:3 آلاف:3 الف:3 مليون:6 ملايين:6 مليار:9 مليارات:9 تريليون:12',
  fa: 'هزار:3 میلیون:6 میلیارد:9 تریلیون:12',
  ur: 'ہزار:3 لاکھ:5 ملین:6 کروڑ:7 ارب:9',
  he: 'אלף:3 אלפים:3 מיליון:6 מיליארד:9 טריליון:12',
  hi: 'हज़ार:3 हजार:3 लाख:5 मिलियन:6 करोड़:7 करोड़:7 अरब:9 बिलियन:9 खरब:11',
  bn: 'হাজার:3 লাখ:5 লক্ষ:5 মিলিয়ন:6 কোটি:7',
  zh: '百:2 千:3 万:4 萬:4 亿:8 億:8 兆:12',
  ja: '百:2 千:3 万:4 億:8 兆:12',
  ko: '백:2 천:3 만:4 억:8 조:12',
  th: 'ร้อย:2 พัน:3 หมื่น:4 แสน:5 ล้าน:6',
};

const SAME: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  yue: 'zh',
  mr: 'hi',
  ne: 'hi',
  sr: 'hr',
  bs: 'hr',
  ms: 'id',
};

/** A scale word with what it multiplies by. */
export type Scale = readonly [word: string, size: number];

/** The scale words of a language, longest first; undefined where they are not known. */
export function scalesOf(code: string | undefined): readonly Scale[] | undefined {
  return SCALES.get(SAME[code ?? ''] ?? code ?? '');
}

const SCALES: ReadonlyMap<string, readonly Scale[]> = new Map(
  Object.entries(TABLE).map(([code, line]) => [code, line.split(' ').map(scaleOf).sort(longestFirst)]),
);

function scaleOf(entry: string): Scale {
  const [word = '', power] = entry.split(':');
  return [word, 10 ** Number(power)];
}

function longestFirst([a]: Scale, [b]: Scale): number {
  return b.length - a.length;
}

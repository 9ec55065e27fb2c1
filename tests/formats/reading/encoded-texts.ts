import { decodeAs, type Encoding } from '../../../src/formats/reading/detect-encoding.ts';

/** Texts of our own in many languages, with the encodings in which files of that language are found. */
export const ENCODED_TEXTS: readonly [language: string, encodings: readonly Encoding[], text: string][] = [
  [
    'pl',
    ['windows-1250', 'iso-8859-2'],
    'Rada miasta Łodzi zagłosowała wczoraj za budową nowej linii tramwajowej. „To najważniejsza decyzja od dziesięciu lat”, powiedziała burmistrz. Koszt wyniesie około 340 milionów złotych, a prace rozpoczną się w październiku.',
  ],
  [
    'cs',
    ['windows-1250', 'iso-8859-2'],
    'Zastupitelé schválili rozpočet na příští rok. Podle starosty půjde nejvíc peněz na školy a opravy silnic. „Nečekáme žádné zvýšení daní,“ řekl v úterý novinářům. Město dluží bankám přes čtyřicet milionů korun.',
  ],
  [
    'hu',
    ['windows-1250', 'iso-8859-2'],
    'A képviselő-testület kedden elfogadta a jövő évi költségvetést. A polgármester szerint több pénz jut az iskolákra és az utak felújítására. „Nem emelünk adót”, mondta az újságíróknak. A város közel húszmillió forinttal tartozik.',
  ],
  [
    'ro',
    ['windows-1250', 'iso-8859-2'],
    'Consiliul local a aprobat marţi bugetul pentru anul viitor. Primarul spune că mai mulţi bani vor merge către şcoli şi spitale. Oraşul datorează băncilor peste douăzeci de milioane de lei, potrivit raportului.',
  ],
  [
    'hr',
    ['windows-1250', 'iso-8859-2'],
    'Gradsko vijeće jučer je prihvatilo proračun za sljedeću godinu. Gradonačelnica je rekla da će više novca ići za škole i vrtiće. Dug grada iznosi više od četrdeset milijuna kuna, a najviše duguje bankama.',
  ],
  [
    'tr',
    ['windows-1254'],
    'Belediye meclisi dün gelecek yılın bütçesini kabul etti. Başkan, daha fazla paranın okullara ve yollara gideceğini söyledi. Şehrin borcu yüz kırk milyon lirayı aşıyor. Çalışmaların ağustosta başlaması bekleniyor.',
  ],
  [
    'ru',
    ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'],
    'Городской совет во вторник утвердил бюджет на следующий год. По словам мэра, больше денег получат школы и больницы. «Налоги мы повышать не будем», — сказала она журналистам. Долг города превышает сорок миллионов рублей.',
  ],
  [
    'uk',
    ['windows-1251', 'koi8-u'],
    'Міська рада у вівторок затвердила бюджет на наступний рік. За словами мера, більше грошей отримають школи та лікарні. Борг міста перевищує сорок мільйонів гривень. «Податків ми не підвищуватимемо», сказала вона.',
  ],
  [
    'bg',
    ['windows-1251', 'iso-8859-5'],
    'Общинският съвет прие във вторник бюджета за следващата година. Според кмета повече пари ще отидат за училища и болници. Дългът на града надхвърля четиридесет милиона лева, а данъците няма да се повишават.',
  ],
  [
    'el',
    ['windows-1253', 'iso-8859-7'],
    'Το δημοτικό συμβούλιο ενέκρινε την Τρίτη τον προϋπολογισμό για το επόμενο έτος. Σύμφωνα με τη δήμαρχο, περισσότερα χρήματα θα δοθούν στα σχολεία και στα νοσοκομεία. Το χρέος ξεπερνά τα σαράντα εκατομμύρια ευρώ.',
  ],
  [
    'he',
    ['windows-1255', 'iso-8859-8'],
    'מועצת העיר אישרה ביום שלישי את התקציב לשנה הבאה. לדברי ראש העיר, יותר כסף יועבר לבתי הספר ולבתי החולים. החוב של העירייה עולה על ארבעים מיליון שקלים, ולא יועלו המסים.',
  ],
  [
    'ar',
    ['windows-1256', 'iso-8859-6'],
    'وافق مجلس المدينة يوم الثلاثاء على ميزانية العام المقبل. وقالت رئيسة البلدية إن المزيد من الأموال سيذهب إلى المدارس والمستشفيات. ويتجاوز دين المدينة أربعين مليون دينار.',
  ],
  [
    'ja',
    ['shift_jis', 'euc-jp', 'iso-2022-jp'],
    '市議会は火曜日、来年度の予算を可決した。市長によると、学校と病院により多くの資金が充てられる。「増税はしない」と記者団に語った。市の借金は四十億円を超えている。',
  ],
  [
    'zh',
    ['gb18030'],
    '市议会星期二批准了明年的预算。市长表示，学校和医院将得到更多资金。她对记者说：“我们不会加税。”该市的债务超过四千万元，大部分欠银行。',
  ],
  [
    'zh-Hant',
    ['big5'],
    '市議會星期二批准了明年的預算。市長表示，學校和醫院將得到更多資金。她對記者說：「我們不會加稅。」該市的債務超過四千萬元，大部分欠銀行。',
  ],
  [
    'ko',
    ['euc-kr'],
    '시의회는 화요일 내년 예산안을 통과시켰다. 시장은 학교와 병원에 더 많은 돈이 갈 것이라고 말했다. 시의 부채는 사백억 원을 넘는다. 세금은 올리지 않을 것이라고 그는 기자들에게 말했다.',
  ],
  [
    'de',
    ['windows-1252'],
    'Der Stadtrat hat am Dienstag den Haushalt für das nächste Jahr beschlossen. Die Bürgermeisterin sagte, mehr Geld gehe an Schulen und Straßen. „Wir erhöhen keine Steuern“, erklärte sie. Die Schulden übersteigen vierzig Millionen Euro.',
  ],
  [
    'fr',
    ['windows-1252'],
    'Le conseil municipal a approuvé mardi le budget de l’année prochaine. Selon la maire, plus d’argent ira aux écoles et aux hôpitaux. « Nous n’augmenterons pas les impôts », a-t-elle déclaré. La dette dépasse quarante millions d’euros.',
  ],
  [
    'es',
    ['windows-1252'],
    'El ayuntamiento aprobó el martes el presupuesto del próximo año. Según la alcaldesa, habrá más dinero para escuelas y hospitales. “No subiremos los impuestos”, señaló. La deuda supera los cuarenta millones de euros.',
  ],
  [
    'pt',
    ['windows-1252'],
    'A câmara municipal aprovou na terça-feira o orçamento do próximo ano. Segundo a presidente, haverá mais dinheiro para escolas e estradas. “Não vamos aumentar os impostos”, disse. A dívida ultrapassa quarenta milhões.',
  ],
  [
    'sv',
    ['windows-1252'],
    'Kommunfullmäktige godkände på tisdagen budgeten för nästa år. Enligt borgmästaren går mer pengar till skolor och vägar. ”Vi höjer inte skatten”, sade hon. Skulden överstiger fyrtio miljoner kronor.',
  ],
  [
    'en',
    ['windows-1252'],
    'The council’s budget passed on Tuesday – by 12 votes to 9. “We won’t raise taxes,” Mayor Renée Dufour said at the café where she works. The town owes £40 million, its treasurer’s report says.',
  ],
  [
    'en',
    ['windows-1252', 'macintosh'],
    'The council passed its budget on Tuesday, by twelve votes to nine. Mayor Rene Dufour won’t raise taxes. The town owes its banks forty million, the treasurer says in a report.',
  ],
  [
    'th',
    ['windows-874'],
    'สภาเมืองอนุมัติงบประมาณปีหน้าเมื่อวันอังคาร นายกเทศมนตรีกล่าวว่าจะมีเงินมากขึ้นสำหรับโรงเรียนและโรงพยาบาล หนี้ของเมืองเกินสี่สิบล้านบาท',
  ],
  [
    'lt',
    ['windows-1257', 'iso-8859-13'],
    'Miesto taryba antradienį patvirtino kitų metų biudžetą. Pasak merės, daugiau pinigų gaus mokyklos ir ligoninės. „Mokesčių nedidinsime“, sakė ji žurnalistams. Miesto skola viršija keturiasdešimt milijonų eurų.',
  ],
];

/** The bytes of a text in an encoding; a letter that it lacks is left out. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'iso-2022-jp') return shifted(encode(text, 'euc-jp'));
  const table = tableOf(encoding);
  return Uint8Array.from([...text].flatMap((letter) => table.get(letter) ?? []));
}

const tables = new Map<Encoding, Map<string, number[]>>();

function tableOf(encoding: Encoding): Map<string, number[]> {
  const table = tables.get(encoding) ?? makeTable(encoding);
  tables.set(encoding, table);
  return table;
}

const OF_TWO_BYTES: ReadonlySet<Encoding> = new Set(['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr']);

function makeTable(encoding: Encoding): Map<string, number[]> {
  const table = new Map<string, number[]>();
  const add = (...bytes: number[]) => {
    const letter = decodeAs(Uint8Array.from(bytes), encoding);
    if ([...letter].length === 1 && letter !== '\uFFFD' && !table.has(letter)) table.set(letter, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (!OF_TWO_BYTES.has(encoding)) return table;
  for (let lead = 0x81; lead < 255; lead++) for (let trail = 0x40; trail < 255; trail++) add(lead, trail);
  return table;
}

/** The same letters as EUC, seven bits wide, between signs that shift to them and back. */
function shifted(euc: Uint8Array): Uint8Array {
  const pieces = Buffer.from(euc)
    .toString('latin1')
    .replaceAll(/[\x80-\xff]+/g, (letters) => {
      const low = [...letters].map((letter) => String.fromCharCode(letter.charCodeAt(0) & 0x7f)).join('');
      return `\x1b$B${low}\x1b(B`;
    });
  return Buffer.from(pieces, 'latin1');
}

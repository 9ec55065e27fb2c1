/**
 * Words behind a quotation that tell that it was said, in languages that the engine does not read otherwise. Words with
 * several endings have these in brackets: `dit(|es)` is both "dit" and "dites".
 */
const VERBS: readonly string[] = [
  // French
  'dit disent disait déclar(e|ent|é|ait) affirm(e|ent|é|ait) expliqu(e|ent|é|ait) ajout(e|ent|é|ait) assur(e|ent|é|ait)',
  'estim(e|ent|é|ait) précis(e|ent|é|ait) soulign(e|ent|é|ait) indiqu(e|ent|é|ait) confi(e|ent|é|ait) lanc(e|ent|é) lançait',
  'répond répondu répondait racont(e|ent|é|ait) rappel(le|lent|é|ait) annonc(e|ent|é) reconnaît reconnu écrit regrett(e|ent|é)',
  'martelé martèle insist(e|ent|é|ait) poursuit poursuivi comment(e|ent|é) témoign(e|ent|é|ait) prévient prévenu conclut',
  'conclu résum(e|ent|é|ait) plaid(e|ent|é|ait) dénonc(e|ent|é) exclam(e|é|ait) selon',
  // German
  'sagt(|e|en) sagen erklärt(e|en) mein(t|te|ten) beton(t|te|ten) so berichte(t|te|ten) schrieb(|en) schreib(t|en) rief(|en)',
  'frag(t|te|ten) antworte(t|te|ten) kritisiert(e|en) forder(t|te|ten) warn(t|te|ten) lob(t|te|ten) versicher(t|te|ten)',
  'ergänz(t|te|ten) erzähl(t|te|ten) zitier(t|te|ten) äußer(t|te|ten) heißt hieß mahn(t|te|ten) beteuer(t|te|ten) laut gesagt',
  // Spanish
  'dijo dijeron dice dicen afirm(a|an|ó|aron) explic(a|an|ó|aron) asegur(a|an|ó|aron) señal(a|an|ó|aron) declar(a|an|ó|aron)',
  'añad(e|en|ió|ieron) agreg(a|an|ó|aron) indic(a|an|ó|aron) manifest(ó|aron) manifiesta sostuv(o|ieron) sostiene(|n)',
  'apunt(a|an|ó|aron) coment(a|an|ó|aron) lament(a|an|ó|aron) advirt(ió|ieron) adviert(e|en) respond(e|en|ió|ieron)',
  'pregunt(a|an|ó|aron) cont(ó|aron) cuenta(|n) relat(a|an|ó|aron) subray(a|an|ó|aron) destac(a|an|ó|aron) record(ó|aron)',
  'recuerda(|n) insist(e|en|ió|ieron) concluy(e|en|ó|eron) escrib(e|en|ió|ieron) reconoc(e|en|ió|ieron) admit(e|en|ió|ieron)',
  'expres(a|an|ó|aron) dicho afirmado explicado asegurado señalado declarado añadido lamentado según',
  // Portuguese
  'disse(|ram) diz(|em) afirm(ou|aram) explic(ou|aram) declar(ou|aram) acrescent(a|ou|aram) complet(ou|aram) cont(ou|aram)',
  'ressalt(a|ou|aram) destac(ou|aram) lament(ou|aram) coment(ou|aram) garant(e|iu|iram) respond(eu|eram) pergunt(ou|aram)',
  'escrev(e|eu|eram) avali(a|ou|aram) relat(ou|aram) segundo',
  // Italian
  'detto dichiara(|to) afferma(|to) spiega(|no|to) aggiun(ge|to) scri(ve|tto) racconta(|no|to) commenta(|no|to) sottolinea(|to)',
  'precisa(|to) conclu(de|so) rispo(nde|sto) ricorda(|to) dicono secondo',
  // Dutch
  'zei(|den) zegt zeggen aldus verklaar(t|de|den) vertel(t|de|den) stel(t|de|den) schrijft schreef meld(t|de|den) reageer(t|de)',
  'antwoord(t|de) vroeg vraagt volgens',
  // Swedish, Danish, Norwegian
  'säger sade sa berättar menar mener skriver förklarar siger sagde sier forklarer fortæller forteller tilføjer tillägger ifølge enligt',
  // Finnish, Hungarian, Romanian
  'sanoo sanoi kertoo kertoi toteaa totesi mondta mondja közölte írta jelentette spus declarat afirmat precizat potrivit',
  // Polish, Czech
  'powiedział(|a|o|i|y) mówi(|ł|ła) dodał(|a|o) dodaje stwierdził(|a|o) podkreśl(a|ił|iła) zaznaczył(|a|o) ocenił(|a) napisał(|a)',
  'wyjaśni(a|ł|ła) odpowiedział(|a) oświadczył(|a) poinformował(|a) tłumaczy(|ł|ła) řekl(|a|i) říká uved(l|la) dodal(|a) sdělil(|a)',
  // Russian, Ukrainian, Bulgarian
  'сказал(|а|и) заявил(|а|и) отметил(|а|и) подчеркнул(|а|и) добавил(|а|и) рассказал(|а|и) пояснил(|а|и) сообщил(|а|и) написал(|а|и)',
  'говорит говорят считает ответил(|а|и) цитирует передает сказав сказала заявив заявила зазначив зазначила наголосив наголосила',
  'додав повідомив повідомила розповів розповіла каже каза заяви',
  // Greek, Turkish
  'είπε δήλωσε τόνισε ανέφερε dedi diyor söyledi belirtti açıkladı ekledi konuştu',
];

/** What may stand between a quotation and its verb: "a", "s’est", "t-il", "ha", "hat er". */
const BETWEEN =
  'a|ont|avait|avaient|aurait|s|est|sont|était|se|t|il|elle|ils|elles|on|je|me|m|lui|ha|han|he|había|hat|haben|habe|er|sie|hanno|aveva|heeft|har|hade|havde|au|are|а|же|также';

const SAID = new RegExp(
  `^(?:(?:${BETWEEN})[\\s’'-]+){0,4}(?:${VERBS.flatMap((row) => row.split(' '))
    .map(withEndings)
    .join('|')})(?![\\p{L}\\p{M}])`,
  'iu',
);

function withEndings(word: string): string {
  return word.replace('(', '(?:');
}

/** Farther behind the quotation no verb of it begins. */
const REACH = 60;

/**
 * Whether the words behind a quotation, from `end` of `text` on, tell that it was said: « … », a déclaré le maire. Between
 * the two stands a comma or a dash, or the quotation ends in a mark of its own.
 */
export function saidBehind(text: string, end: number): boolean {
  const closing = /[,.!?…][\s\u00a0\u202f]?[»”“"’‹›«]$/u.test(text.slice(Math.max(0, end - 3), end));
  const [gap = ''] = /^[\s,–—-]*/u.exec(text.slice(end, end + REACH)) ?? [];
  if (!(closing || /[,–—-]/u.test(gap)) || gap.includes('\n')) return false;
  return SAID.test(text.slice(end + gap.length, end + gap.length + REACH));
}

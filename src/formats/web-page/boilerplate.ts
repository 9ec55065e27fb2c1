import type { PageBlock } from '../reading/page/page-block.ts';

/** In UTF-16 code units: what is longer says more than what it is. */
const MAX_LINE = 220;

/** Who made a picture, and which one of several it is. */
const CREDIT =
  /^\W*(?:(?:photo(?:graph)?|image|picture|foto|bild|фото|screenshot|illustration|grafik)s?(?:\s+(?:credits?|courtesy(?: of)?|by|copyright|via))?\s*[:©(]|image copyright\b|image \d+ of\b|bild \d+ von\b|(?:photo|image|foto)(?:\s+by)?:?$|caption$|credit:|©\s|\(ap photo|ap photo\b)/iu;
const AGENCY =
  /^[^.!?]{0,100}[/|]\s?(?:getty images|afp|reuters|ap|ap images|shutterstock|istock|dpa|alamy|epa|imago|picture alliance)\W*$/iu;

/** Where readers are sent elsewhere. */
const ELSEWHERE =
  /^\W*(?:(?:read|see|more)\s*(?:more|also|next|on this(?: story| topic)?)?\s*(?:[:>»|–-]|$)|related(?: (?:stories|articles|posts|content|news|topics|links))?\s*(?::|$)|you (?:may|might) also (?:like|be interested)|don['’]t miss\b.{0,80}$|also on [\w.]+ |recommended(?: for you)?$|more (?:from|great|on this) .{0,40}$|lesen sie auch|lies auch|auch interessant|mehr zum thema|das könnte (?:sie|dich) auch|weiterlesen\W*$|(?:à )?lire aussi|(?:lea|lee|leia) (?:también|también:|también|tambem|também)|te puede interesar|leggi anche|lees ook|most (?:read|popular)|popular this week|trending(?: now)?$|in (?:pictures|video):|watch(?: now)?:)/iu;
/** What a page asks for, or says of itself. */
const APPEAL =
  /^\W*(?:click here (?:to|for)|sign ?up (?:for|to|here|now)|subscribe(?: (?:now|here|today|to (?:our|the|this) [^.]{0,60}))?\W*$|sign in$|log ?in$|learn more$|get (?:the|our) .{0,40}(?:newsletter|app|emails?)\b|breaking news emails|newsletter\W*$|(?:jetzt )?(?:newsletter )?abonnieren|zum newsletter|inscrivez-vous|suscríb[ae]te|follow (?:us|her|him|them) on|folgen sie uns|share this\b.{0,30}$|share$|teilen$|tweet$|advert(?:isement)?$|anzeige$|werbung$|publicité$|publicidad$|iklan$|comments?$|kommentare$|post comment|leave a (?:reply|comment)|close$|media playback is (?:not supported|unsupported)|this (?:post|article|page) (?:may )?contains? affiliate|.{0,60}\bmay earn (?:an? )?(?:affiliate )?commission|filed under:|tags?:|listen:.{0,30}http|have (?:a|any) (?:tip|question)s?\b)/iu;
const DATED =
  /^\W*(?:first |last |originally )?(?:published|updated|posted|created|modified|aktualisiert|veröffentlicht|erstellt|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato)\b.{0,160}\b(?:19|20)\d{2}\b[^a-z]{0,12}.{0,30}$/iu;
/** About the writer, below the words. */
const WRITER =
  /^[^.]{3,80}\b(?:is an?|is the) (?:[\p{L}-]+ ){0,4}(?:writer|reporter|editor|journalist|correspondent|columnist|contributor|producer)\b|\b(?:follow|write to|reach(?:ed)?|contact|e-?mail)\b.{0,80}(?:@\w+|on twitter)|^contributing:/iu;
/** So many of the last blocks may be about the writer. */
const TAIL = 4;

/**
 * Blocks of an article without lines that stand about news and are none: credits of pictures, dates of publication,
 * links to other articles, appeals to subscribe, what is said of the writer at the end; and without pull quotes, whose
 * words stand in the text anyway. An article of nothing else is left as it is.
 */
export function withoutBoilerplate(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const kept: PageBlock[] = [];
  let isList = false;
  for (const [at, block] of blocks.entries()) {
    const line = block.lines.join(' ');
    const isElsewhere = line.length <= MAX_LINE && ELSEWHERE.test(line);
    const isTail = at >= blocks.length - TAIL && at > TAIL;
    const isDropped =
      isElsewhere || isBoilerplate(line) || (isTail && line.length <= 2 * MAX_LINE && WRITER.test(line));
    // Below "Related" stand the links.
    if (isDropped || (isList && block.kind === 'list-item')) isList = isElsewhere || isList;
    else {
      isList = false;
      kept.push(block);
    }
  }
  const once = withoutPullQuotes(kept);
  return once.some(({ kind }) => kind !== 'heading') ? once : blocks;
}

function isBoilerplate(line: string): boolean {
  if (line.length > MAX_LINE) return false;
  return [CREDIT, AGENCY, APPEAL, DATED].some((pattern) => pattern.test(line));
}

/** In letters: shorter phrases stand twice by chance. */
const MIN_QUOTE = 20;

function withoutPullQuotes(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const letters = blocks.map(({ lines }) => lettersOf(lines.join(' ')));
  const prose = blocks.map(({ kind }, at) => (kind === 'paragraph' ? letters[at] : '')).join('\n');
  return blocks.filter(({ kind }, at) => {
    const quote = letters[at] ?? '';
    return kind === 'paragraph' || kind === 'list-item' || quote.length < MIN_QUOTE || !prose.includes(quote);
  });
}

function lettersOf(words: string): string {
  return words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

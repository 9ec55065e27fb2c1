import { parseNewsDate } from './dates.ts';
import { MONTH_NAME, OTHER_WEEKDAY } from './month-names.ts';
import { isHouseName } from './publication-names.ts';

/** What sites write before and after names of theirs. */
const DEED =
  'written|posted|published|reported|created|submitted|added|authored|edited|story|words|text|article|interview|' +
  'geschrieben|veröffentlicht|verfasst|erstellt|gepostet|eingestellt|autor|beitrag|artikel|publié|écrit|posté|' +
  'rédigé|publicado|escrito|redactado|scritto|pubblicato|geplaatst|geschreven';
const BY = 'by|von|par|por|door|da|av|af';
const LABEL = new RegExp(
  `^(?:(?:ein|eine|a|an|un|una)\\s+)?(?:(?:${DEED})\\s+)?(?:${BY})\\b\\s*:?\\s*`,
  'iu',
);
const ROLE =
  'authors?|autor(?:in|en|innen)?|auteure?s?|autore|autori|autora|door|text|texte|texto|testo|interview|redaktion|' +
  'redacción|name|bericht|reportage|kommentar|analyse|words|story|от|автор|текст|作者|记者|編集|責任編集|责任编辑|編輯|责编|文|글|기자';
const KEY = new RegExp(`^(?:${ROLE})(?:\\s+(?:und|and|et|y|&)\\s+\\p{L}+)?\\s*[:：]\\s*`, 'iu');
/** What somebody is, before a full name: "FOCUS-Experte Jan Roth". */
const POST =
  /^(?:[\p{L}\d]+-)*(?:Expert(?:e|in)|(?:Chefr|R)edakteur(?:in)?|(?:Gasta|A)utor(?:in)?|Korrespondent(?:in)?|Reporter(?:in)?|Kolumnist(?:in)?)\s+(?=\p{Lu}[\p{L}'’.-]+\s+\p{Lu})/u;
/** Run together with the name behind it. */
const GLUED = /^(?:Author|Autor|By|Von|Par|Por)(?=\p{Lu}\p{Ll})/u;
const PROFILE =
  /^(?:zum profil von|profil(?:e)? (?:von|of|de)|posts? by|articles? by|beiträge von|artikel von)\s+/iu;
/** Who took the picture has not written the words. */
const CREDIT = /^(?:fotos?|photos?|bild(?:er)?|images?|grafik|illustration|video|©)\b/iu;
/** "De" and "Di" begin names too, so that a full name must follow. */
const OF = /^(?:[Dd]e|[Dd]i)\s+(?=\p{Lu}[\p{L}'’.-]+\s+\p{Lu})/u;
const ALL_POSTS =
  /\(?\b(?:(?:view|show|see|read|browse)\s+)?(?:all|more|other)\s+(?:posts?|articles?|stories|entries|content)\s+(?:by|from|of)\s*|\(?\b(?:zeige?\s+)?all(?:e|es)\s+(?:(?:beiträge|artikel|posts)\s+)?(?:von|anzeigen)\s*|\(?\bvoir\s+tous\s+(?:les|ses)\s+(?:articles|posts)(?:\s+(?:de|par))?\s*|\(?\bver\s+tod[ao]s\s+(?:las|los|os|as)\s+\p{L}+(?:\s+(?:de|por))?\s*|\(?\b(?:mostra|vedi)\s+tutti\s+gli\s+articoli(?:\s+di)?\s*/iu;

/** From here on a line speaks of something else. */
const CUTS = new RegExp(
  `\\s*(?:[|•·→»›]|\\s[–—-]\\s|\\s@\\w|\\(?\\bhttps?:|\\bwww\\.|[<[{(]?\\b[\\w.+-]+@[\\w-]+\\.|[\\s,(]+(?:${MONTH_NAME}\\s*)?(?=\\d)|,?\\s+(?:updated|published|posted|aktualisiert|veröffentlicht|publié|publicado|datum|date|follow|folgen|twitter|email|e-mail|shares?|comments?|kommentare?|reading time|lesezeit|lesedauer|min read)\\b|\\s(?:illustration(?:en|s)?|fotos?|fotografie|photos?|photography|bilder)\\s*(?:${BY}|:)(?=\\s)).*$`,
  'iu',
);
const TRAILING =
  /(?:[\s,;:/(–—-]+|\s+(?:on|at|am|vom|um|le|el|il|in|den)|(?:\b|(?<=\p{Ll}))(?:vor|Hace|há|il y a)|\s+(?:autor|author|mehr|more|weiter))$/iu;

/** In UTF-16 code units; nobody is called by more. */
const MAX_LENGTH = 200;
const MAX_WORDS = 7;

/** Names that stand for nobody, or for a machine. */
const NOBODY = new Set(
  (
    'admin administrator administrateur root webmaster web master publisher editor author autor auteur user guest gast ' +
    'anonymous anonym unknown unbekannt none null undefined n/a na no author kein autor super user superuser siteadmin ' +
    'wordpress test website online profile profil follow folgen beitrag beiträge artikel article articles post posts ' +
    'stand veröffentlicht posted published aktualisiert updated kommentar kommentare comments share teilen mehr more'
  ).split(' '),
);
const NOBODY_TWO =
  /^(?:no author|kein autor|super user|web ?master|site admin|.*\(erforderlich\)|.*\(required\)|(?:blog|post|site) ?(?:admin|author|editor)|about the author|über den autor|zuletzt geändert|last (?:updated|modified)|alle (?:beiträge|artikel)|im wortlaut|zur .*übersicht|.*admin|[\d:.,]+ ?min\.?)$/iu;

/**
 * The names in a line that a page or file gives for its author, without what stands about them: "By", "View all posts
 * by", dates, times, addresses. Undefined where nothing of it is a name: dates, `admin`, addresses.
 */
export function cleanByline(line: string): string | undefined {
  if (line.length > 2 * MAX_LENGTH) return undefined;
  const bare = withoutLabels(line.replaceAll(/[\s\u00A0]+/g, ' ').trim());
  const names = namePart(bare).replaceAll(OTHER_WEEKDAY, (day) =>
    /^\p{Ll}{2}[.,]?$/u.test(day) ? day : ' ',
  );
  const cut = withoutTrailing(names.replace(CUTS, '')).replaceAll(/\s+/g, ' ').trim();
  const whole = withoutLabels(cut);
  const parts = whole.split(/\s*[,;]\s+|\s*[,;]\s*$/).filter((part) => part !== '');
  const kept = parts.filter(isSomebody);
  if (kept.length === 0) return undefined;
  const byline = kept.length === parts.length ? whole : [...new Set(kept)].join(', ');
  return byline.length <= MAX_LENGTH ? byline : undefined;
}

function withoutLabels(line: string): string {
  const bare = line
    .replace(/^[\s:|•·–—-]+/, '')
    .replace(/^(['"‘“„«])(.+)['"’”“»]$/, '$2')
    .replace(KEY, '')
    .replace(LABEL, '')
    .replace(GLUED, '')
    .replace(PROFILE, '')
    .replace(POST, '')
    .replace(OF, '');
  return bare === line ? line : withoutLabels(bare);
}

/** What stands before "View all posts by", or behind it where nothing is before. */
function namePart(line: string): string {
  const found = ALL_POSTS.exec(line);
  if (!found) return line;
  const before = line.slice(0, found.index).replace(/[\s,]+$/, '');
  return before === '' ? line.slice(found.index + found[0].length) : before;
}

function withoutTrailing(line: string): string {
  const bare = line.replace(TRAILING, '');
  return bare === line ? line : withoutTrailing(bare);
}

function isSomebody(name: string): boolean {
  const plain = name.toLowerCase();
  if (!/\p{L}/u.test(name) || NOBODY.has(plain) || NOBODY_TWO.test(name)) return false;
  // Lower case with points is what somebody logs in with.
  if (CREDIT.test(name) || /^[a-z]+(?:[._][a-z]+)+$/.test(name)) return false;
  if (/^@|^https?:|^www\.|[{}<>=]|^[\w-]+\.(?:com|org|net|de|at|ch|info|co)$/iu.test(name)) return false;
  return name.split(' ').length <= MAX_WORDS && parseNewsDate(name) === undefined;
}

const FULL_NAME =
  /^(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+)*\p{Lu}[\p{L}'’.-]*(?:\s+(?:\p{Lu}[\p{L}'’.-]*|de|del|della|der|den|van|von|zu|la|al|bin|el|di|da|dos)){1,4}$/u;

/** Whether a cleaned byline is made of full names of people and nothing else. */
export function isFullNames(byline: string): boolean {
  return byline
    .split(/\s*(?:[,;/&]|\b(?:and|und|et|y|e)\b)\s*/u)
    .every((name) => FULL_NAME.test(name) && !isHouseName(name));
}

/** Words that the name of a newspaper, agency or site ends in (before "Online" and the like). */
const LAST_WORDS = new Set(
  (
    'advertiser advocate agency argus banner beacon bee bulletin chronicle courier democrat dispatch echo enquirer examiner ' +
    'express gazette globe guardian herald independent inquirer intelligencer journal ledger magazine mail mercury ' +
    'messenger mirror monitor news newspaper observer outlook picayune post press quarterly reporter ' +
    'republic review sentinel spectator standard star sun telegram telegraph times tribune voice weekly'
  ).split(' '),
);
/** Words that end a name only after "The", "Daily" and the like: "Runner Breaks World Record" is a title. */
const LAST_WORDS_OF_PAPERS = new Set(
  (
    'bugle citizen clarion daily gleaner informer insider journalist mariner navigator patriot pilot pioneer record ' +
    'recorder register scotsman statesman today wire'
  ).split(' '),
);
const FIRST_WORDS = /^(?:the|daily|sunday|evening|morning|weekend|weekly)\s/i;
const AFTERTHOUGHTS = /\s+(?:online|digital|network|live|international|media|group)$/i;

/** Publishers known by a name that does not tell that they are one. */
const KNOWN =
  /^(?:the\s+)?(?:ap|associated press|usa today|afp|dpa|pa|upi|tass|efe|ansa|reuters|bloomberg|politico|axios|vox|slate|npr|pbs|cnn|msnbc|abc|cbs|nbc|bbc|itv|cbc|rte|rté|al jazeera|agence france-presse|deutsche welle|dw|the atlantic|economist|new yorker|wired|propublica|hill)\b(?:\s+[\p{Lu}\d][\p{L}\d]*){0,2}$/iu;
const DOMAIN =
  /^(?:www\.)?(?:[\w-]+\.)+(?:com|org|net|info|news|press|media|co|io|uk|au|ca|ie|nz|za|in|de|fr|eu|us)$/i;

/**
 * Whether a short line reads as the name of a newspaper, agency or site. A guess, for a person to correct.
 */
export function isPublicationName(line: string): boolean {
  if (line.length > 50) return false;
  if (DOMAIN.test(line) || KNOWN.test(line)) return true;
  const words = line.replace(AFTERTHOUGHTS, '').split(/\s+/);
  const last = words.at(-1)?.toLowerCase() ?? '';
  const capitalised = words.every((word) => /^(?:[\p{Lu}&\d]|of$|the$|and$)/u.test(word));
  const ends = LAST_WORDS.has(last) || (FIRST_WORDS.test(line) && LAST_WORDS_OF_PAPERS.has(last));
  return capitalised && words.length <= 5 && ends;
}

/** What ends the name of a house or a section, and of no person: "Top Solar News", "Hyundai Tests". */
const HOUSE =
  /\s(?:News|Newsletter|Tests?|Reviews?|Magazine?|Media|Network|Online|Blog|Podcasts?|Videos?|Updates?|Deals|Tips|Nachrichten|Aktuell|Noticias|Notícias|Notizie|Actualités|Nieuws)$/u;

/** Whether a name of several words can be nobody's, by its last word. */
export function isHouseName(name: string): boolean {
  return HOUSE.test(name);
}

import { SPEECH_VERBS } from './abbreviations.ts';

/** How far an attribution may reach: "British Army Maj. Gen. Rupert Jones said". */
const REACH = 90;
const MAX_NAME_WORDS = 8;
/** Verbs that name the speaker of a question or a cry even when more follows: "…?” Jones asked the crowd." */
const ASKING =
  /^(?:asked|asks|shouted|yelled|cried|exclaimed|wondered|demanded|screamed|whispered|bellowed|chanted)$/;
/** Verbs plain enough to name a speaker behind a full stop; "His wife agreed." is a sentence of its own. */
const SAYING = /^(?:said|says|told|added|adds|asked|wrote|explained|noted|replied|recalled)\b/;
const AFTER_CRY =
  /^(?:of|in|on|at|to|after|before|during|as|when|while|with|from|later|through|over|aloud|back|out)$/;
const AFTER_QUESTION = /^(?!if\b|whether\b|that\b|for\b|about\b)/;

/**
 * Whether the words at `at`, right behind a quotation that closed with a mark, name its speaker and so belong to its
 * sentence. Behind a question or exclamation mark (`cried`) that is the rule; behind a full stop it is a slip, and only a
 * clause that stops at its verb counts: `….” Jones said, “with …”`, not `….” Jones said the plan had failed.` or
 * `….” She added, “The …”`.
 */
export function isAttributionAt(run: string, at: number, cried: boolean): boolean {
  const words = run.slice(at, at + REACH).split(/\s+/, MAX_NAME_WORDS + 2);
  const place = words.findIndex((word) => SPEECH_VERBS.has(word.replace(/[.,:;]+$/, '')));
  const verb = words[place] ?? '';
  if (place < 1 || !isName(words.slice(0, place), cried) || !(cried || SAYING.test(verb))) return false;
  const following = words[place + 1] ?? '';
  if (/[.:;]$/.test(verb)) return true;
  if (verb.endsWith(','))
    return !/^(?:["“‘']+\p{Lu}|(?:however|though|too|moreover|meanwhile)\b)/u.test(following);
  if (!cried) return false;
  return ASKING.test(verb) ? AFTER_QUESTION.test(following) : AFTER_CRY.test(following);
}

/** Capital words, particles and, where `roles` may speak, the lower-case words of one ("The harbour master"). */
function isName(words: readonly string[], roles: boolean): boolean {
  const isRole = roles && /^(?:The|A|One|His|Her)$/.test(words[0] ?? '');
  return words.every((word) => {
    if (/^\p{Lu}[\p{L}.’'-]*,?$/u.test(word)) return true;
    return /^\p{Ll}[\p{L}’'-]*$/u.test(word) && (isRole || word.length <= 3);
  });
}

import { byTag, TAG_FACTS, TAGS, type Tag } from './tag.ts';

/** What a label of another tool becomes: one of our tags, a line in a note, or nothing. */
export const LABEL_CHOICES = [...TAGS, 'note', 'leave'] as const;

/** What becomes of the annotations of one label. */
export type LabelChoice = Tag | 'note' | 'leave';

/** What becomes of each label, by its name as `labelName` gives it. */
export type LabelMapping = Readonly<Record<string, LabelChoice>>;

const MAX_CHARACTERS = 200;

/** A label in the form in which it is shown, chosen for and sent: one line, of at most 200 code points. */
export function labelName(label: string): string {
  const line = label.toWellFormed().replaceAll('\u0000', '').replaceAll(/\s+/g, ' ').trim();
  return line.length <= MAX_CHARACTERS ? line : [...line].slice(0, MAX_CHARACTERS).join('');
}

/** What was chosen for a label; `leave` where nothing was. */
export function choiceFor(mapping: LabelMapping, label: string): LabelChoice {
  const name = labelName(label);
  return (Object.hasOwn(mapping, name) && mapping[name]) || 'leave';
}

/**
 * Reads a mapping from the fields of a form: `label` and `choice`, each once for every label, in the same
 * order. A choice that is none of ours is `leave`.
 */
export function readLabelMapping(fields: Readonly<Record<string, unknown>>): LabelMapping {
  const choices = listOf(fields.choice);
  const chosen = listOf(fields.label).map((label, at) => [labelName(label), asChoice(choices[at])] as const);
  return Object.fromEntries(chosen);
}

/** A mapping as it is kept: a list of pairs, for on its way to a database a record loses a label `__proto__`. */
export function keptMapping(mapping: LabelMapping): [label: string, choice: LabelChoice][] {
  return Object.entries(mapping);
}

/** Reads a mapping as it was kept, before 2026-11-27 as a record of choices. What is not a choice is `leave`. */
export function parseLabelMapping(kept: unknown): LabelMapping {
  if (typeof kept !== 'object' || kept === null) return {};
  const pairs: unknown[] = Array.isArray(kept) ? kept : Object.entries(kept);
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const [label, choice] = Array.isArray(pair) ? pair : [];
      return typeof label === 'string' ? [[label, asChoice(choice)]] : [];
    }),
  );
}

function listOf(field: unknown): string[] {
  const list: unknown[] = Array.isArray(field) ? field : [field];
  return list.filter((value) => typeof value === 'string');
}

function asChoice(value: unknown): LabelChoice {
  return LABEL_CHOICES.find((choice) => choice === value) ?? 'leave';
}

/** Words that a label of each tag is made of. */
const WORDS = byTag((tag) => new Set([tag, ...TAG_FACTS[tag].synonyms, ...TAG_FACTS[tag].labelWords]));

/** Words that mean a tag by themselves, as a label says them. */
const NAMES = byTag((tag) => {
  const { name, plural, synonyms } = TAG_FACTS[tag];
  return new Set([tag, name, plural, ...synonyms].map(joinedWords));
});

/** The tag that a label names: `claim`, `Quotes`, `#statistic`; undefined if it says anything more. */
export function tagNamed(label: string): Tag | undefined {
  const joined = joinedWords(label);
  return TAGS.find((tag) => NAMES[tag].has(joined));
}

/** A label with one of these says something about a quote or claim, or that there is none. */
const OTHERWISE = new Set(['no', 'non', 'not', 'none', 'without', 'speaker', 'source', 'cue', 'author']);

/**
 * The choice that a label's name suggests: the tag that it names outright, else by its words, whatever their
 * case, number and what stands between them. Of several the last decides: `statistical claim` is a claim.
 */
export function guessChoice(label: string): LabelChoice {
  const named = tagNamed(label) ?? TAGS.find((tag) => WORDS[tag].has(label.trim()));
  if (named) return named;
  const words = wordsIn(label);
  if (words.some((word) => OTHERWISE.has(word))) return 'leave';
  return words.flatMap((word) => TAGS.find((tag) => WORDS[tag].has(word)) ?? []).at(-1) ?? 'leave';
}

function joinedWords(name: string): string {
  return wordsIn(name).join(' ');
}

/** The words of a name, parted by signs and by capitals inside of it, in lower case and in the singular. */
function wordsIn(name: string): string[] {
  const parted = labelName(name)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
  const words = parted.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.map((word) => (word.length > 3 ? word.replace(/s$/, '').replace(/ie$/, 'y') : word));
}

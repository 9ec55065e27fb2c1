import { type Codebook, DEFAULT_CODEBOOK } from './codebook/codebook.ts';
import { isBuiltIn, OWN_KEY, TAG_FACTS, type Tag } from './tag.ts';

/** What becomes of the annotations of one label: a tag, a line in a note (`note`), or nothing (`leave`). */
export type LabelChoice = Tag;

/** What a label of another tool can become in a project. */
export function labelChoices({ tags }: Codebook): readonly LabelChoice[] {
  return [...tags.map(({ key }) => key), 'note', 'leave'];
}

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
 * order. A choice that the project does not have is `leave`.
 */
export function readLabelMapping(
  fields: Readonly<Record<string, unknown>>,
  codebook: Codebook = DEFAULT_CODEBOOK,
): LabelMapping {
  const choices = listOf(fields.choice);
  const known = labelChoices(codebook);
  const chosen = listOf(fields.label).map((label, at) => {
    const choice = known.find((each) => each === choices[at]) ?? 'leave';
    return [labelName(label), choice] as const;
  });
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
  return typeof value === 'string' && OWN_KEY.test(value) ? value : 'leave';
}

/** A tag with the words by which labels are known to mean it. */
interface KnownTag {
  readonly key: Tag;
  /** Words that a label is made of. */
  readonly words: ReadonlySet<string>;
  /** Words that mean it by themselves, as a label says them. */
  readonly names: ReadonlySet<string>;
}

const known = new WeakMap<Codebook, readonly KnownTag[]>();

function knownTags(codebook: Codebook): readonly KnownTag[] {
  const tags = known.get(codebook) ?? codebook.tags.map(knownTag);
  known.set(codebook, tags);
  return tags;
}

/** A label means a tag by its key, by what the project calls it, and where it is built in by words that others have for it. */
function knownTag({ key, name, plural }: Codebook['tags'][number]): KnownTag {
  const facts = isBuiltIn(key) ? [TAG_FACTS[key]] : [];
  const synonyms = facts.flatMap((fact) => fact.synonyms);
  const ownNames = facts.flatMap((fact) => [fact.name, fact.plural]);
  return {
    key,
    words: new Set([key, ...synonyms, ...facts.flatMap(({ labelWords }) => labelWords)]),
    names: new Set([key, name, plural, ...ownNames, ...synonyms].map(joinedWords)),
  };
}

/** The tag that a label names: `claim`, `Quotes`, `#statistic`; undefined if it says anything more. */
export function tagNamed(label: string, codebook: Codebook = DEFAULT_CODEBOOK): Tag | undefined {
  const joined = joinedWords(label);
  return knownTags(codebook).find(({ names }) => names.has(joined))?.key;
}

/** A label with one of these says something about a quote or claim, or that there is none. */
const OTHERWISE = new Set(['no', 'non', 'not', 'none', 'without', 'speaker', 'source', 'cue', 'author']);

/**
 * The choice that a label's name suggests: the tag that it names outright, else by its words, whatever their
 * case, number and what stands between them. Of several the last decides: `statistical claim` is a claim.
 */
export function guessChoice(label: string, codebook: Codebook = DEFAULT_CODEBOOK): LabelChoice {
  const tags = knownTags(codebook);
  const named = tagNamed(label, codebook) ?? tags.find(({ words }) => words.has(label.trim()))?.key;
  if (named) return named;
  const words = wordsIn(label);
  if (words.some((word) => OTHERWISE.has(word))) return 'leave';
  return words.flatMap((word) => tags.find((tag) => tag.words.has(word)) ?? []).at(-1)?.key ?? 'leave';
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

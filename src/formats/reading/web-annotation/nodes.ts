/** A JSON object with its keys as the Web Annotation context names them. */
export type Node = Readonly<Record<string, unknown>>;

/** Gives the node that an IRI or a mere reference stands for, or the value itself. */
export type Resolve = (value: unknown) => unknown;

/** Keys that mean the same: those of the older Open Annotation, and RDF's own names. */
const ALIASES: Readonly<Record<string, string>> = {
  hasBody: 'body',
  hasTarget: 'target',
  hasSource: 'source',
  hasSelector: 'selector',
  hasState: 'state',
  hasStartSelector: 'startSelector',
  hasEndSelector: 'endSelector',
  hasPurpose: 'purpose',
  motivatedBy: 'motivation',
  annotatedBy: 'creator',
  annotatedAt: 'created',
  chars: 'value',
};

const PREFIX =
  /^(?:@|oa:|as:|rdf:|rdfs:|foaf:|cnt:|dcterms:(?=created$|creator$|modified$)|http:\/\/www\.w3\.org\/(?:ns\/(?:oa|activitystreams)|1999\/02\/22-rdf-syntax-ns|2000\/01\/rdf-schema)#|http:\/\/purl\.org\/dc\/terms\/(?=created$|creator$|modified$))/;

/** The value as a node, or undefined where it is no object. Keys with a prefix, such as `oa:hasBody`, are put plainly. */
export function nodeOf(value: unknown): Node | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries: [string, unknown][] = Object.entries(value);
  for (const entry of entries) entry[0] = plainKey(entry[0]);
  return Object.fromEntries(entries);
}

function plainKey(key: string): string {
  if (key === '@reverse' || key === '@included' || key === '@graph') return key;
  const bare = key.replace(PREFIX, '');
  return Object.hasOwn(ALIASES, bare) ? (ALIASES[bare] ?? bare) : bare;
}

/** The value as a list: a single value is a list of one, nothing is an empty one. JSON-LD's lists and sets are opened. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  const opened = typeof value === 'object' ? nodeOf(value) : undefined;
  const inner = opened?.list ?? opened?.set;
  return Array.isArray(inner) ? inner : [value];
}

/** No honest file gives more texts, types or purposes where one is meant. */
const MAX_VALUES = 100;

/** The first text of the value: a string or number, or what `value` of an object says. Empty ones count as none. */
export function textOf(value: unknown): string | undefined {
  for (const item of listOf(value).slice(0, MAX_VALUES)) {
    const literal = typeof item === 'object' ? nodeOf(item)?.value : item;
    if (typeof literal === 'number') return String(literal);
    if (typeof literal === 'string' && literal !== '') return literal;
  }
  return undefined;
}

/** The IRI of the value: itself, or what `id` of an object says; the first of several. */
export function iriOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  const iri = typeof first === 'string' ? first : nodeOf(first)?.id;
  return typeof iri === 'string' && iri !== '' ? iri : undefined;
}

/** The last words of the value's IRIs, as types and purposes are told apart: `oa:tagging` is `tagging`. */
export function namesOf(value: unknown): readonly string[] {
  return listOf(value)
    .slice(0, MAX_VALUES)
    .flatMap((item) => {
      const iri = iriOf(item);
      return iri === undefined ? [] : [lastName(iri)];
    });
}

/** What follows the last `#`, `/` or `:` of an IRI. */
export function lastName(iri: string): string {
  const bare = iri.replace(/[#/:]$/, '');
  return bare.slice(Math.max(bare.lastIndexOf('#'), bare.lastIndexOf('/'), bare.lastIndexOf(':')) + 1);
}

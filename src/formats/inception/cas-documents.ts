import { t } from '../../messages/language.ts';
import type { IncomingAnnotation, IncomingDocument, UnreadableRecord } from '../incoming.ts';
import { addToList } from '../lists-by-key.ts';
import { type Cas, type CasStructure, type CasText, MOST_LINKS, shortName } from './cas.ts';
import { labelAndRest } from './label.ts';

/** Who made the annotations of a file, and what the file is called. */
export interface CasSource {
  readonly name: string;
  readonly annotator: string | undefined;
}

/** What programs find in every text, or say of it: words, sentences, parts of speech, syntax. */
const NOT_ANNOTATED =
  /\.(?:segmentation|lexmorph|metadata|syntax|anomaly|structure)\.type\b|^uima\.tcas\.|\.(?:CASMetadata|FeatureDefinition|LayerDefinition|TagDescription|TagsetDescription|ProjectType)$|^org\.dkpro\.core\.api\.(?:xml|pdf)\b/;

/** The documents of a CAS, one for each of its texts, with what people annotated in it. */
export function* documentsOf(cas: Cas, source: CasSource): Generator<IncomingDocument | UnreadableRecord> {
  if (cas.texts.length === 0) return yield { place: source.name, reason: t('record.casWithoutText') };
  const byId = new Map(cas.structures.map((one) => [one.id, one]));
  const byText = new Map<string, CasStructure[]>();
  for (const one of cas.structures) addToList(byText, one.sofa ?? '', one);
  for (const text of cas.texts) {
    const own = byText.get(text.id) ?? [];
    yield {
      place: cas.texts.length === 1 ? source.name : `${source.name}, ${text.name}`,
      text: text.text,
      details: detailsOf(own, source),
      annotations: annotationsOf(own, { text, byId, source }),
    };
  }
}

function detailsOf(structures: readonly CasStructure[], { name }: CasSource): IncomingDocument['details'] {
  const said = structures.find(({ type }) => shortName(type) === 'DocumentMetaData')?.values;
  const title = said?.get('documentTitle') || said?.get('documentId') || name;
  const url = said?.get('documentUri') ?? '';
  const language = structures
    .map(({ values }) => values.get('language'))
    .find((code) => code && code !== 'x-unspecified');
  return {
    title: title.replace(/^.*\//, '').replace(/\.(?:txt|xmi|json|tsv|html?|pdf)$/i, ''),
    ...(/^https?:/i.test(url) && { url }),
    ...(language && { language }),
  };
}

interface Surroundings {
  readonly text: CasText;
  readonly byId: ReadonlyMap<string, CasStructure>;
  readonly source: CasSource;
}

function annotationsOf(own: readonly CasStructure[], surroundings: Surroundings): IncomingAnnotation[] {
  const annotated = own.filter(
    ({ type, begin, end }) => begin !== undefined && end !== undefined && !NOT_ANNOTATED.test(type),
  );
  const relations = new Set(annotated.filter((one) => endsOf(one, surroundings.byId) !== undefined));
  const remarks = new Map<string, string[]>();
  for (const relation of relations) sayRelation(relation, surroundings, remarks);
  return annotated
    .filter((one) => !relations.has(one))
    .map((one) => toIncoming(one, surroundings, remarks.get(one.id)));
}

/** A relation of INCEpTION points to the two annotations between which it stands. */
function endsOf({ links }: CasStructure, byId: ReadonlyMap<string, CasStructure>) {
  const [from, to] = ['Governor', 'Dependent'].map((name) => byId.get(links.get(name)?.[0] ?? ''));
  return from && to ? { from, to } : undefined;
}

function sayRelation(
  relation: CasStructure,
  { text, byId }: Surroundings,
  remarks: Map<string, string[]>,
): void {
  const ends = endsOf(relation, byId);
  if (!ends) return;
  const { label } = labelAndRest(relation.values, shortName(relation.type), (name) =>
    relation.links.has(name),
  );
  addToList(remarks, ends.from.id, `${label} → ${wordsOf(ends.to, text)}`);
  addToList(remarks, ends.to.id, `${label} ← ${wordsOf(ends.from, text)}`);
}

/** UTF-16 code units of words in a remark. */
const MAX_WORDS = 60;

function wordsOf({ begin = 0, end = 0 }: CasStructure, { text }: CasText): string {
  const words = text.slice(begin, Math.min(end, begin + MAX_WORDS)).toWellFormed();
  return `“${words}${end - begin > MAX_WORDS ? '…' : ''}”`;
}

function toIncoming(
  one: CasStructure,
  { text, byId, source }: Surroundings,
  relations: readonly string[] = [],
): IncomingAnnotation {
  const { begin = 0, end = 0 } = one;
  const { label, rest } = labelAndRest(one.values, shortName(one.type), (name) => isLink(one, name, byId));
  const slots = [...one.links.keys()]
    .filter((name) => isLink(one, name, byId))
    .flatMap((name) => saySlots(name, one.links.get(name) ?? [], { text, byId }));
  const remarks = [...rest, ...slots, ...relations];
  return {
    id: one.id,
    place: t('place.annotationIn', { place: source.name, number: one.id }),
    label,
    anchors: [{ offsets: { start: begin, end, unit: 'utf16' } }],
    attributes: {},
    ...(remarks.length > 0 && { remarks }),
    annotator: source.annotator,
  };
}

/** In XMI any number may be the id of a structure: it is one where the structure is something that can be pointed to. */
function isLink({ links }: CasStructure, name: string, byId: ReadonlyMap<string, CasStructure>): boolean {
  return (
    links.get(name)?.every((id) => byId.has(id)) === true && !/^(?:order|score|confidence|value)$/i.test(name)
  );
}

function saySlots(
  name: string,
  ids: readonly string[],
  surroundings: Pick<Surroundings, 'text' | 'byId'>,
): string[] {
  const said = ids
    .slice(0, MOST_LINKS)
    .flatMap((id) => saySlot(name, surroundings.byId.get(id), surroundings));
  return ids.length > MOST_LINKS ? [...said, `${name}: …`] : said;
}

/** A slot points to a link, which has a role and points on to an annotation. */
function saySlot(
  name: string,
  target: CasStructure | undefined,
  { text, byId }: Pick<Surroundings, 'text' | 'byId'>,
): string[] {
  const filler = byId.get(target?.links.get('target')?.[0] ?? '') ?? target;
  const role = target?.values.get('role') ?? name;
  return filler?.begin === undefined ? [] : [`${role}: ${wordsOf(filler, text)}`];
}

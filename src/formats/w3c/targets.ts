import { ARTICLE_DETAILS, type DetailName } from '../../domain/article-details.ts';
import { type FoundPlace, placeOf, type SelectorReading } from '../reading/web-annotation/anchors.ts';
import { iriOf, listOf, type Node, nodeOf, textOf } from '../reading/web-annotation/nodes.ts';
import { fromUrn } from './identifiers.ts';

type Details = Partial<Record<DetailName, string>>;

/** One target of an annotation. */
export interface FoundTarget {
  /** The address of what is annotated, without a fragment that selects; empty where there is none. */
  readonly source: string;
  /** The identifier of the article in the database that wrote the file. */
  readonly articleId: string | undefined;
  readonly details: Details;
  /** Absent where the target is the whole source. */
  readonly place?: FoundPlace;
}

/** Choices and lists inside of one another; a hostile file might nest more. */
const MAX_DEPTH = 8;

/** The targets of an annotation; those of choices, lists and composites one by one. */
export function targetsOf(annotation: Node, reading: SelectorReading): readonly FoundTarget[] {
  return listOf(annotation.target).flatMap((target) => readTarget(target, reading, 0));
}

function readTarget(value: unknown, reading: SelectorReading, depth: number): readonly FoundTarget[] {
  const target = reading.resolve(value);
  const node = nodeOf(target);
  if (!node) return typeof target === 'string' ? [wholeOrFragment(target, reading)] : [];
  if (node.items !== undefined && depth < MAX_DEPTH) {
    return listOf(node.items).flatMap((item) => readTarget(item, reading, depth + 1));
  }
  const source = reading.resolve(node.source ?? node.id);
  const found = wholeOrFragment(iriOf(source) ?? '', reading);
  const place = node.selector === undefined ? undefined : placeOf(node.selector, reading);
  return [
    {
      ...found,
      articleId: copyOf(node) ?? found.articleId,
      details: {
        ...found.details,
        ...detailsOf(nodeOf(source)),
        ...detailsOf(nodeOf(node['dcterms:source'])),
      },
      ...(place && { place }),
    },
  ];
}

/** Fragments that say which part is meant; any other may be a heading, or a page of an application. */
const SELECTING = /#(?=char=|:~:|xywh=|t=)/;

function wholeOrFragment(iri: string, reading: SelectorReading): FoundTarget {
  const [source = '', fragment] = iri.split(SELECTING);
  const details = /^https?:/i.test(source) ? { url: source } : {};
  const found = { source, articleId: fromUrn(source), details };
  if (fragment === undefined) return found;
  return { ...found, place: placeOf({ type: 'FragmentSelector', value: fragment }, reading) };
}

/** The copy of the source that the annotation was made on, where it is one of ours. */
function copyOf(target: Node): string | undefined {
  return fromUrn(iriOf(nodeOf(listOf(target.state)[0])?.cached) ?? '');
}

const TERMS: Readonly<Record<DetailName, readonly string[]>> = {
  title: ['dc:title', 'dcterms:title', 'schema:headline', 'title', 'label', 'name'],
  byline: ['dc:creator'],
  publication: ['dc:publisher', 'dcterms:publisher'],
  published: ['dc:date', 'dcterms:issued', 'schema:datePublished'],
  url: ['dc:identifier'],
  language: ['language', 'dc:language'],
  labels: [],
};

/** What a node says of an article; keys in our own files are those of Dublin Core. */
function detailsOf(node: Node | undefined): Details {
  if (!node) return {};
  const found: Details = {};
  for (const { name } of ARTICLE_DETAILS) {
    const text = TERMS[name].map((term) => textOf(node[term])).find((written) => written !== undefined);
    if (text !== undefined && (name !== 'url' || /^https?:/i.test(text))) found[name] = text;
  }
  return found;
}

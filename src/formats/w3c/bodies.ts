import { ORIGINS, type Origin } from '../../domain/annotation.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { ownFieldKey } from '../../domain/codebook/field.ts';
import {
  iriOf,
  lastName,
  listOf,
  type Node,
  namesOf,
  nodeOf,
  type Resolve,
  textOf,
} from '../reading/web-annotation/nodes.ts';
import { plainText } from './plain-text.ts';

/** What the bodies of an annotation say. */
export interface BodyContents {
  /** Tags and classes, in the file's order. */
  readonly labels: string[];
  /** Texts without a name of their own. */
  readonly comments: string[];
  /** Texts that have a name, and links: a line each. */
  readonly remarks: string[];
  /** By the field names of `ATTRIBUTES`. */
  readonly attributes: Record<string, string>;
  origin?: Origin;
}

/** Choices inside of choices; a hostile file might nest more. */
const MAX_DEPTH = 8;
const NAMING = ['tagging', 'classifying'];
const FIELDS: ReadonlySet<string> = new Set(ATTRIBUTES.map((rule) => rule.field));

/**
 * Reads `body` and `bodyValue` of an annotation. What has no purpose of its own has the annotation's, where
 * that has one alone.
 */
export function readBodies(annotation: Node, resolve: Resolve): BodyContents {
  const said: BodyContents = { labels: [], comments: [], remarks: [], attributes: {} };
  const motivations = namesOf(annotation.motivation);
  const purposes = motivations.length === 1 ? motivations : [];
  for (const body of [...listOf(annotation.bodyValue), ...listOf(annotation.body)]) {
    readBody(said, resolve(body), { purposes, resolve, depth: 0 });
  }
  return said;
}

interface BodyContext {
  readonly purposes: readonly string[];
  readonly resolve: Resolve;
  readonly depth: number;
}

function readBody(said: BodyContents, body: unknown, context: BodyContext): void {
  const node = nodeOf(body);
  const isNaming = (purposes: readonly string[]) => purposes.some((purpose) => NAMING.includes(purpose));
  if (!node) {
    if (body !== '' && body !== null) addText(said, String(body), isNaming(context.purposes));
    return;
  }
  const own = namesOf(node.purpose);
  const purposes = own.length > 0 ? own : context.purposes;
  const text = textOf(node.value);
  if (text !== undefined) addTextual(said, node, text, isNaming(purposes));
  else if (node.items !== undefined) readItems(said, node, { ...context, purposes });
  else addResource(said, node, isNaming(purposes), context.resolve);
}

function readItems(said: BodyContents, node: Node, context: BodyContext): void {
  if (context.depth >= MAX_DEPTH) return;
  for (const item of listOf(node.items)) {
    readBody(said, context.resolve(item), { ...context, depth: context.depth + 1 });
  }
}

/** An address is said to be one, anything else is a comment or a label. */
function addText(said: BodyContents, text: string, isName: boolean): void {
  const isAddress = /^[a-z][a-z\d+.-]*:\S+$/i.test(text);
  if (isName) said.labels.push(isAddress ? lastName(text) : text);
  else if (isAddress) said.remarks.push(text);
  else said.comments.push(text);
}

function addTextual(said: BodyContents, node: Node, written: string, isName: boolean): void {
  const text = textOf(node.format) === 'text/html' ? plainText(written) : written;
  const name = textOf(node.label);
  const origin = ORIGINS.find((known) => known === text);
  if (isName) said.labels.push(text);
  else if (name === undefined) said.comments.push(text);
  else if (name === 'origin' && origin && !said.origin) said.origin = origin;
  else if ((FIELDS.has(name) || ownFieldKey(name)) && !Object.hasOwn(said.attributes, name))
    said.attributes[name] = text;
  else said.remarks.push(`${name}: ${text}`);
}

/** A body on the web, or a thing that a tag stands for. */
function addResource(said: BodyContents, node: Node, isName: boolean, resolve: Resolve): void {
  const source = resolve(node.source ?? node.id);
  const iri = iriOf(source) ?? '';
  const named = textOf(node.label) ?? textOf(nodeOf(source)?.label) ?? textOf(nodeOf(source)?.name);
  const text = textOf(nodeOf(source)?.value);
  if (isName && (named ?? iri) !== '') said.labels.push(named ?? lastName(iri));
  else if (text !== undefined) said.comments.push(text);
  else if (iri !== '' && !iri.startsWith('_:')) said.remarks.push(named ? `${named}: ${iri}` : iri);
}

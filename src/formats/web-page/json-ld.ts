import { z } from 'zod';
import { decodeAllEntities } from '../reading/page/entities.ts';
import { foldLine } from '../reading/page/visible-words.ts';

/** What a page says of its article in JSON-LD by schema.org; `null`-like values are absent. */
export interface LinkedArticle {
  readonly headline?: string;
  readonly authors: readonly string[];
  /** Houses that are given for the author. */
  readonly houses: readonly string[];
  readonly publisher?: string;
  readonly published?: string;
  readonly language?: string;
  /** False where the page says that only subscribers may read the article. */
  readonly isFree: boolean;
  /** The words of the article, as they stand there: plain or with tags. */
  readonly body?: string;
}

const node = z.record(z.string(), z.unknown());
type JsonNode = z.infer<typeof node>;

const ARTICLE_TYPE = /(?:Article|BlogPosting|Posting|Report|Review)$/;
/** Pages have a handful of scripts and nodes; more are not looked at. */
const MAX_SCRIPTS = 20;
const MAX_NODES = 500;

/** The first article in the page's JSON-LD, or undefined. Scripts that are not JSON are skipped. */
export function linkedArticle(document: Document): LinkedArticle | undefined {
  const scripts = [...document.querySelectorAll('script[type^="application/ld+json"]')].slice(0, MAX_SCRIPTS);
  const nodes = scripts.flatMap((script) => nodesOf(parsed(script.textContent ?? ''))).slice(0, MAX_NODES);
  const article = nodes.find((each) => typesOf(each).some((type) => ARTICLE_TYPE.test(type)));
  return article && readNode(article, nodes);
}

/**
 * When a page says that it, whatever it is, was published; also out of a script that is broken elsewhere. Undefined
 * where it does not.
 */
export function linkedDate(document: Document): string | undefined {
  for (const script of [...document.querySelectorAll('script[type^="application/ld+json"]')].slice(
    0,
    MAX_SCRIPTS,
  )) {
    const date = /"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"/.exec(script.textContent ?? '')?.[1];
    if (date) return date;
  }
  return undefined;
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(
      script
        .trim()
        .replace(/^<! ?\[CDATA\[|^<!--/, '')
        .replace(/(?:\]\]>|-->)$/, ''),
    );
  } catch {
    return undefined;
  }
}

function nodesOf(json: unknown): JsonNode[] {
  return asNodes(json).flatMap((each) => {
    const graph = each['@graph'];
    return Array.isArray(graph) ? asNodes(graph) : [each];
  });
}

function asNodes(json: unknown): JsonNode[] {
  const list: unknown[] = Array.isArray(json) ? json.slice(0, MAX_NODES) : [json];
  return list.map((each) => node.safeParse(each).data).filter((each) => each !== undefined);
}

function typesOf(of: JsonNode): string[] {
  return [of['@type']].flat().filter((type) => typeof type === 'string');
}

function readNode(article: JsonNode, nodes: readonly JsonNode[]): LinkedArticle {
  const headline = words(article.headline) ?? words(article.name);
  const publisher = nameOf(article.publisher, nodes);
  const published = words(article.datePublished);
  const language = words(article.inLanguage) ?? words(resolved(article.inLanguage, nodes)?.alternateName);
  const free = article.isAccessibleForFree;
  const body = article.articleBody;
  return {
    ...(headline ? { headline } : {}),
    ...authorsOf(article, nodes),
    ...(publisher ? { publisher } : {}),
    ...(published ? { published } : {}),
    ...(language ? { language } : {}),
    ...(typeof body === 'string' ? { body } : {}),
    isFree: !(free === false || (typeof free === 'string' && /^false$/i.test(free))),
  };
}

/** People before houses, which mostly are the site itself. */
function authorsOf(article: JsonNode, nodes: readonly JsonNode[]): Pick<LinkedArticle, 'authors' | 'houses'> {
  const given = [article.author ?? article.creator].flat().slice(0, MAX_AUTHORS);
  const isHouse = (author: unknown) =>
    typesOf(resolved(author, nodes) ?? {}).some((type) => HOUSE.test(type));
  const named = (list: readonly unknown[]) => list.flatMap((author) => nameOf(author, nodes) ?? []);
  return { authors: named(given.filter((each) => !isHouse(each))), houses: named(given.filter(isHouse)) };
}

const HOUSE = /Organization$|^Corporation$/;
const MAX_AUTHORS = 30;

/** A person or house is written as a name, as a node, or as a reference to a node that stands elsewhere. */
function nameOf(value: unknown, nodes: readonly JsonNode[]): string | undefined {
  return words(value) ?? words(resolved(value, nodes)?.name);
}

function resolved(value: unknown, nodes: readonly JsonNode[]): JsonNode | undefined {
  const given = node.safeParse(Array.isArray(value) ? value[0] : value).data;
  if (!given || 'name' in given) return given;
  return nodes.find((each) => each['@id'] !== undefined && each['@id'] === given['@id']) ?? given;
}

/** Some sites write entities of HTML where JSON needs none. */
function words(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? foldLine(decodeAllEntities(first)) || undefined : undefined;
}

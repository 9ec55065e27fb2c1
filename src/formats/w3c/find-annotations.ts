import { t } from '../../messages/language.ts';
import type { UnreadableRecord } from '../incoming.ts';
import { listOf, type Node, namesOf, nodeOf, type Resolve } from '../reading/web-annotation/nodes.ts';
import { ReferenceIndex } from './reference-index.ts';

/** An annotation of a file, not yet read. */
export interface FoundAnnotation {
  /** `annotation 3`: the third that the file holds. */
  readonly place: string;
  readonly node: Node;
  /** Finds what stands elsewhere in the same file. */
  readonly resolve: Resolve;
}

/**
 * Every annotation of a JSON-LD value in its order: a single one, a list, a collection or page, an `@graph`.
 * What is only named, such as the next page at another address, comes as an unreadable record. No depth of
 * nesting hurts. `size` is the file's length in bytes. Throws UnreadableFileError where references go round
 * in circles.
 */
export function* findAnnotations(root: unknown, size: number): Generator<FoundAnnotation | UnreadableRecord> {
  const index = new ReferenceIndex(size);
  const resolve: Resolve = (value) => index.resolve(value);
  const seen = new Set<unknown>();
  const waiting: unknown[] = [root];
  let count = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    const found = resolve(value);
    if (seen.has(found)) continue;
    if (typeof found === 'object' && found !== null) seen.add(found);
    if (Array.isArray(found)) {
      pushInOrder(waiting, found);
      continue;
    }
    const node = nodeOf(found);
    const children = node && childrenOf(node, index);
    if (children) pushInOrder(waiting, children);
    else {
      const place = t('place.annotation', { number: String(++count) });
      yield node && isAnnotation(node) ? { place, node, resolve } : { place, reason: whyUnreadable(found) };
    }
  }
}

function pushInOrder(waiting: unknown[], children: readonly unknown[]): void {
  for (let at = children.length - 1; at >= 0; at--) waiting.push(children[at]);
}

/** What is inside of a graph, collection or page; undefined for anything else. */
function childrenOf(node: Node, index: ReferenceIndex): readonly unknown[] | undefined {
  if ('@graph' in node) return childrenOfGraph(listOf(node['@graph']), index);
  if (isAnnotation(node)) return undefined;
  if (!('items' in node || 'first' in node || isContainer(node))) return undefined;
  const others = [...listOf(nodeOf(node['@reverse'])?.partOf), ...listOf(node['@included'])];
  index.add(others);
  return [...listOf(node.first), ...listOf(node.items), ...listOf(node.next), ...others];
}

/** A graph holds bodies, targets and people beside the annotations, all in one list. */
function childrenOfGraph(nodes: readonly unknown[], index: ReferenceIndex): readonly unknown[] {
  index.add(nodes);
  const isEntry = (value: unknown) => {
    const node = nodeOf(value);
    return node !== undefined && (isAnnotation(node) || isContainer(node) || '@graph' in node);
  };
  const entries = nodes.filter(isEntry);
  const containers = entries.filter((value) => !isAnnotation(nodeOf(value) ?? {}));
  return [...containers, ...entries];
}

function isAnnotation(node: Node): boolean {
  return 'target' in node || namesOf(node.type).includes('Annotation');
}

const CONTAINERS = ['AnnotationCollection', 'AnnotationPage', 'OrderedCollection', 'OrderedCollectionPage'];

function isContainer(node: Node): boolean {
  return namesOf(node.type).some((name) => CONTAINERS.includes(name));
}

function whyUnreadable(value: unknown): string {
  if (typeof value !== 'string') return t('record.noTarget');
  return t('record.onlyAddress', { address: value.slice(0, 200) });
}

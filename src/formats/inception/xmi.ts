import { readXmlElements, type XmlElement } from '../reading/xml-elements.ts';
import type { Cas, CasStructure, CasText } from './cas.ts';

/** Bytes in which a file shows what it is. */
const HEAD = 8 * 1024;

/** Whether a file is a CAS in XMI. */
export function isXmi(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD));
  return /<(?:[\w-]{1,40}:)?XMI\b/.test(head) && head.includes('http:///uima/cas.ecore');
}

/** Attributes that say where a structure stands, not what it says. */
const PLACE = ['xmi:id', 'sofa', 'begin', 'end'];

/** Reads a CAS in XMI: one element for each structure, whose prefix stands for the package of its type. */
export function readXmi(bytes: Uint8Array): Cas {
  const packages = new Map<string, string>();
  const texts: CasText[] = [];
  const structures: CasStructure[] = [];
  readXmlElements(bytes, {
    element(element) {
      if (element.depth === 0) readPackages(element, packages);
      if (element.depth !== 1) return;
      const { attributes } = element;
      const type = typeOf(element.name, packages);
      if (type === 'uima.cas.Sofa') {
        const text = attributes.sofaString;
        if (text !== undefined) texts.push({ id: idOf(element), name: attributes.sofaID ?? '', text });
      } else if (!type.startsWith('uima.cas.')) structures.push(structureOf(element, type));
    },
  });
  return { texts, structures };
}

/** `http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore` is the package `de.tudarmstadt.ukp…ner.type`. */
function readPackages({ attributes }: XmlElement, packages: Map<string, string>): void {
  for (const [name, address] of Object.entries(attributes)) {
    const [, path] = /^http:\/\/\/(.*)\.ecore$/.exec(address) ?? [];
    if (name.startsWith('xmlns:') && path !== undefined)
      packages.set(name.slice(6), path.replaceAll('/', '.'));
  }
}

function typeOf(name: string, packages: ReadonlyMap<string, string>): string {
  const [prefix = '', local = ''] = name.split(':');
  const found = packages.get(prefix) ?? prefix;
  return found === 'uima.noNamespace' ? local : `${found}.${local}`;
}

function idOf({ attributes }: XmlElement): string {
  return attributes['xmi:id'] ?? '';
}

/** XMI does not tell a number from the id of a structure: whether a value is one is asked where it matters. */
function structureOf(element: XmlElement, type: string): CasStructure {
  const { sofa, begin, end } = element.attributes;
  const said = Object.entries(element.attributes).filter(([name]) => !PLACE.includes(name));
  const links = said
    .filter(([, value]) => /^\d+(?: \d+)*$/.test(value))
    .map(([name, value]) => [name, value.split(' ')] as const);
  return {
    id: idOf(element),
    type,
    sofa,
    begin: wholeNumber(begin),
    end: wholeNumber(end),
    values: new Map(said),
    links: new Map(links),
  };
}

function wholeNumber(written: string | undefined): number | undefined {
  return written !== undefined && /^\d{1,10}$/.test(written) ? Number(written) : undefined;
}

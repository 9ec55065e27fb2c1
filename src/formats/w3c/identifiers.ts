import { v5 } from 'uuid';

/** The context that every file names. */
export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

const SOFTWARE = '4f1c3a52-5d0e-5c55-9a3e-6d1f7b0c2e81';

/** Names this program as the generator of what it writes; a reader knows our files by it. */
export const GENERATOR = `urn:uuid:${SOFTWARE}`;

/** The IRI of a thing of ours with this UUID (RFC 9562). */
export function toUrn(id: string): string {
  return `urn:uuid:${id}`;
}

/** What follows `urn:uuid:`, or undefined where the IRI is another. */
export function fromUrn(iri: string): string | undefined {
  return /^urn:uuid:./i.test(iri) ? iri.slice('urn:uuid:'.length) : undefined;
}

/**
 * The IRI of a collection: the same for the same project and first annotation, so that writing twice gives
 * the same file, and another for the project of this name in another database. `firstId` is absent in an
 * empty collection.
 */
export function collectionIri(slug: string, firstId?: string): string {
  return toUrn(v5(JSON.stringify([slug, firstId ?? null]), SOFTWARE));
}

/** The IRI of what is said of a coding of an article: the same whenever it is written. `parts` tell it from others. */
export function codingIri(parts: readonly (string | null)[]): string {
  return toUrn(v5(JSON.stringify(['coding', ...parts]), SOFTWARE));
}

const PLAIN =
  /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?](?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9a-f]{2})*)?(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[0-9a-f]{2})*)?$/i;

/**
 * A web address as a URI (RFC 3986): itself where it is one, else with the characters that may not stand in a
 * URI percent-encoded. Undefined for anything but http and https.
 */
export function webIri(address: string): string | undefined {
  if (PLAIN.test(address)) return address;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const { origin, pathname, search, hash } = url;
  return origin + encodeRest(pathname) + encodeRest(search) + (hash && `#${encodeRest(hash.slice(1))}`);
}

function encodeRest(part: string): string {
  return part.replaceAll(/%(?![0-9a-f]{2})|[^\w\-.~:/?@!$&'()*+,;=%]/gi, encodeURIComponent);
}

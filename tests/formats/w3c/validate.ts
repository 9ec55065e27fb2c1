// Judges a Web Annotation file by what the W3C publishes: the schemas of its test suite, and its JSON-LD
// context.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AnySchemaObject, ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { packageRoot } from '../../../src/store/package-root.ts';

const folder = join(packageRoot(), 'tests/fixtures/w3c');
const readJson = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));

interface Assertion {
  readonly file: string;
  readonly isMet: (document: unknown) => boolean;
}

/** A list of assertions of the test suite: files of schemas, some in groups. */
interface Assertions {
  readonly assertions: readonly (string | Assertions)[];
}

const CONTEXT_URL = 'http://www.w3.org/ns/anno.jsonld';
const context: unknown = readJson('anno.jsonld');
const ajv = withDefinitions();
const musts = {
  Annotation: assertionsOf('annotations/annotationMusts.test'),
  AnnotationCollection: assertionsOf('collections/collectionMusts.test'),
  AnnotationPage: assertionsOf('collections/pages/pageMusts.test'),
};

/** The files of the assertions that a document of this type must meet and does not. */
export function schemaFailures(document: object): string[] {
  const type = 'type' in document ? document.type : undefined;
  const assertions =
    type === 'AnnotationCollection' || type === 'AnnotationPage' ? musts[type] : musts.Annotation;
  return assertions.filter(({ isMet }) => !isMet(document)).map(({ file }) => file);
}

function withDefinitions() {
  const made = new Ajv.default({ allErrors: true, strict: false, validateSchema: false, logger: false });
  addFormats.default(made);
  for (const file of readdirSync(join(folder, 'definitions')))
    made.addSchema(schemaIn(`definitions/${file}`), file);
  return made;
}

/** A schema without the address of its language, which is not fetched. */
function schemaIn(path: string): AnySchemaObject {
  const { $schema, ...schema } = readJson(path);
  return schema;
}

function assertionsOf(path: string): Assertion[] {
  const filesOf = ({ assertions }: Assertions): string[] =>
    assertions.flatMap((one) => (typeof one === 'string' ? [one] : filesOf(one)));
  return filesOf(readJson(path)).map((file) => {
    const { id, ...schema } = schemaIn(file);
    const validate: ValidateFunction = ajv.compile(schema);
    return { file, isMet: (document) => validate(document) === (schema.expectedResult === 'valid') };
  });
}

/** The one function of the library that is called here; it comes without types. */
interface JsonLd {
  toRDF(document: unknown, options: object): Promise<unknown>;
}
const jsonld: JsonLd = createRequire(import.meta.url)('jsonld');

/**
 * The triples of a JSON-LD document in the W3C's context, a line each. Rejects where the context does not
 * know a term, which other readers would drop in silence.
 */
export async function triplesOf(document: unknown): Promise<string[]> {
  const documentLoader = async (url: string) => {
    if (url !== CONTEXT_URL) throw new Error(`offline: ${url}`);
    return { documentUrl: url, document: context };
  };
  return String(
    await jsonld.toRDF(document, { documentLoader, safe: true, format: 'application/n-quads' }),
  ).split('\n');
}

import { ATTRIBUTES } from '../../domain/attributes.ts';
import type { AnnotationRecord, ExportArticle } from '../../domain/record.ts';
import { CodePoints } from '../../text/code-points.ts';
import type { Span } from '../../text/span.ts';
import { GENERATOR, toUrn, webIri } from './identifiers.ts';

/** Code points of the article on either side of each part. */
export const CONTEXT_LENGTH = 32;

/** What all annotations of an article share. */
interface Target {
  readonly article: ExportArticle;
  readonly codePoints: CodePoints;
  /** Where the article was published, else the stored text itself. */
  readonly source: string;
  /** The text that was annotated. */
  readonly copy: string;
}

/**
 * Returns a function that turns records, one after another, into objects of the Web Annotation Data Model. The first
 * annotation of an article carries the article's details. Throws a RangeError for a record without parts.
 */
export function annotationMaker(): (record: AnnotationRecord) => object {
  let target: Target | undefined;
  return (record) => {
    const before = target;
    target = before?.article === record.article ? before : targetOf(record.article);
    return toAnnotation(record, target, before?.article.id !== record.article.id);
  };
}

function targetOf(article: ExportArticle): Target {
  const copy = toUrn(article.id);
  const source = article.url === null ? undefined : webIri(article.url);
  return { article, codePoints: new CodePoints(article.text), source: source ?? copy, copy };
}

function toAnnotation(record: AnnotationRecord, target: Target, isFirst: boolean): object {
  if (record.parts.length === 0) throw new RangeError(`annotation ${record.id} has no parts`);
  const targets = record.parts.map((part) => toTarget(part, target, record.createdAt));
  if (isFirst) Object.assign(targets[0] ?? {}, { 'dcterms:source': describe(target) });
  return {
    id: toUrn(record.id),
    type: 'Annotation',
    motivation: ['highlighting', 'classifying'],
    created: record.createdAt,
    modified: record.updatedAt,
    ...(record.annotator === '' ? {} : { creator: { type: 'Person', name: record.annotator } }),
    generator: GENERATOR,
    body: bodiesOf(record),
    target: targets.length === 1 ? targets[0] : targets,
  };
}

/** `label` says which attribute a body is, so that no term is needed that the context does not have. */
function bodiesOf(record: AnnotationRecord): object[] {
  const bodies: object[] = [textualBody('classifying', record.tag)];
  for (const { name, field } of ATTRIBUTES) {
    const value = record[name];
    if (value === null) continue;
    if (name === 'note') bodies.push(textualBody('commenting', String(value)));
    else bodies.push(textualBody('describing', String(value), field));
  }
  bodies.push(textualBody('describing', record.origin, 'origin'));
  return bodies;
}

function textualBody(purpose: string, value: string, label?: string): object {
  return { type: 'TextualBody', purpose, ...(label === undefined ? {} : { label }), value };
}

function toTarget(part: Span, { article, codePoints, source, copy }: Target, seen: string): object {
  return {
    type: 'SpecificResource',
    source,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: article.text.slice(part.start, part.end),
        prefix: codePoints.before(part.start, CONTEXT_LENGTH),
        suffix: codePoints.after(part.end, CONTEXT_LENGTH),
      },
      {
        type: 'TextPositionSelector',
        start: codePoints.countBefore(part.start),
        end: codePoints.countBefore(part.end),
      },
    ],
    // The test suite asks for a date beside `cached`; the copy is what the person saw when they made the annotation.
    ...(source === copy ? {} : { state: { type: 'TimeState', sourceDate: seen, cached: copy } }),
  };
}

/** The article's details in terms of Dublin Core, whose prefix the context has. */
function describe({ article, source, copy }: Target): object {
  const details = {
    'dc:title': article.title,
    'dc:creator': article.byline,
    'dc:publisher': article.publication,
    'dc:date': article.published,
    language: article.language,
    // A source with a fragment might be taken for a part of the page.
    'dc:identifier': article.url === source && !source.includes('#') ? null : article.url,
    'schema:sha256': article.textHash,
  };
  const given = Object.entries(details).filter(([, value]) => value !== null);
  return { id: copy, type: 'Text', ...Object.fromEntries(given) };
}

import type { ExportArticle } from '../../domain/record.ts';
import { CodePoints } from '../../text/code-points.ts';
import type { Span } from '../../text/span.ts';
import { toUrn, webIri } from './identifiers.ts';

/** Code points of the article on either side of each part. */
export const CONTEXT_LENGTH = 32;

/** What all annotations of an article share. */
export interface Target {
  readonly article: ExportArticle;
  readonly codePoints: CodePoints;
  /** Where the article was published, else the stored text itself. */
  readonly source: string;
  /** The text that was annotated. */
  readonly copy: string;
}

/** What the annotations of this article share. */
export function targetOf(article: ExportArticle): Target {
  const copy = toUrn(article.id);
  const source = article.url === null ? undefined : webIri(article.url);
  return { article, codePoints: new CodePoints(article.text), source: source ?? copy, copy };
}

/** A part of the text; `seen` is the time at which it was as it stands, where that is known. */
export function toTarget(part: Span, target: Target, seen: string | null): object {
  const { article, codePoints } = target;
  return {
    type: 'SpecificResource',
    source: target.source,
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
    ...copyOf(target, seen),
  };
}

/** The article as a whole. */
export function wholeTarget(target: Target, seen: string | null): object {
  return { type: 'SpecificResource', source: target.source, ...copyOf(target, seen) };
}

/**
 * The text that was annotated, where the source is another. The test suite asks for a date beside `cached`; the copy is
 * what the person saw when they made the annotation.
 */
function copyOf({ source, copy }: Target, seen: string | null): object {
  if (source === copy) return {};
  return { state: { type: 'TimeState', ...(seen !== null && { sourceDate: seen }), cached: copy } };
}

/** The article's details in terms of Dublin Core, whose prefix the context has. */
export function describe({ article, source, copy }: Target): object {
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

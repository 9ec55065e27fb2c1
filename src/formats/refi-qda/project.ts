import { ARTICLE_DETAILS } from '../../domain/article-details.ts';
import type { ExportArticle } from '../../domain/record.ts';
import type { ExportSource } from '../record.ts';
import { xmlAttributes, xmlText } from '../writing/xml-text.ts';
import { codesXml } from './codes.ts';
import { writeDescription } from './description.ts';
import { derivedGuid, guidOf } from './guid.ts';
import { selectionGuid, selectionsXml } from './selections.ts';

/** Who made a project or codebook; our reader knows by it that offsets are code points. */
export const ORIGIN = 'On Record';

/** What names a link between the parts of one annotation. */
export const NEXT_PART = 'next part';

/** What was found while writing the texts, for the parts of the project before and after its sources. */
export interface GatheredProject {
  /** Identifiers of the articles whose texts are in the zip. */
  readonly articles: Set<string>;
  /** The GUID of the user for each annotator. */
  readonly users: Map<string, string>;
  hasSplit: boolean;
}

/** Where an article's text stands in the zip's folder `sources`. */
export function textFile({ id }: ExportArticle): string {
  return `${guidOf(id)}.txt`;
}

/**
 * `project.qde` in pieces. Reads the articles once for their selections and, where an annotation has several
 * parts, once more for the links between them. What was added since `written` was gathered is left out, so
 * that all fits together.
 */
export async function* projectXml(source: ExportSource, written: GatheredProject): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0"${xmlAttributes({ name: source.project.name, origin: ORIGIN })}>
`;
  if (written.users.size > 0) yield usersXml(written.users);
  yield `<CodeBook>\n${codesXml(source.codebook)}\n</CodeBook>\n`;
  if (written.articles.size > 0) yield* sourcesXml(source, written);
  if (written.hasSplit) yield* linksXml(source, written);
  yield '</Project>\n';
}

function usersXml(users: ReadonlyMap<string, string>): string {
  const written = [...users].map(([name, guid]) => `<User${xmlAttributes({ guid, name })}/>\n`);
  return `<Users>\n${written.join('')}</Users>\n`;
}

async function* sourcesXml(source: ExportSource, written: GatheredProject): AsyncGenerator<string> {
  yield '<Sources>\n';
  for await (const work of source.articles()) {
    const { article } = work;
    if (!written.articles.has(article.id)) continue;
    yield `<TextSource${xmlAttributes({
      guid: guidOf(article.id),
      name: article.title,
      plainTextPath: `internal://${textFile(article)}`,
    })}>
<Description>${xmlText(detailsOf(article))}</Description>
`;
    yield* selectionsXml(work, written.users);
    yield '</TextSource>\n';
  }
  yield '</Sources>\n';
}

function detailsOf(article: ExportArticle): string {
  const details = ARTICLE_DETAILS.filter(({ name }) => name !== 'title').map(({ name }) => [
    name,
    article[name],
  ]);
  return writeDescription({ ...Object.fromEntries(details), article: article.id });
}

async function* linksXml(source: ExportSource, written: GatheredProject): AsyncGenerator<string> {
  let isOpen = false;
  for await (const { article, annotations } of source.articles()) {
    if (!written.articles.has(article.id)) continue;
    for (const record of annotations) {
      for (let part = 1; part < record.parts.length; part++) {
        if (!isOpen) yield '<Links>\n';
        isOpen = true;
        yield `<Link${xmlAttributes({
          guid: derivedGuid('link', record.id, String(part)),
          name: NEXT_PART,
          direction: 'OneWay',
          originGUID: selectionGuid(record, part - 1),
          targetGUID: selectionGuid(record, part),
        })}/>\n`;
      }
    }
  }
  if (isOpen) yield '</Links>\n';
}

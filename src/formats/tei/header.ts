import type { ArticleDetails } from '../../domain/article.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { ExportArticle } from '../../domain/record.ts';
import { xmlAttributes, xmlText } from '../writing/xml-text.ts';
import type { People } from './names.ts';

/** The header of the whole corpus, with the taxonomy that the annotations point to by `ana`. */
export function corpusHeader(project: string, { tags }: Codebook): string {
  const categories = tags.map(
    ({ key, definition }) =>
      `<category xml:id="${key}"><catDesc><term>${key}</term>: ${xmlText(definition)}</catDesc></category>`,
  );
  return [
    '<teiHeader>',
    `<fileDesc><titleStmt>${element('title', project)}</titleStmt>`,
    '<publicationStmt><p>Written by On Record from the annotations of this project.</p></publicationStmt>',
    '<sourceDesc><p>News articles; each has its source in its own header.</p></sourceDesc></fileDesc>',
    `<encodingDesc><classDecl><taxonomy xml:id="tags">${categories.join('')}</taxonomy></classDecl></encodingDesc>`,
    '</teiHeader>\n',
  ].join('\n');
}

/** The header of one article: what is known of it, who annotated it and who speaks in it. */
export function articleHeader(article: ExportArticle, people: People): string {
  const { title, byline } = article;
  return [
    '<teiHeader>',
    `<fileDesc><titleStmt>${element('title', title)}${element('author', byline)}${annotators(people)}</titleStmt>`,
    '<publicationStmt><p>Written by On Record from the annotations of this article.</p></publicationStmt>',
    `<sourceDesc>${source(article)}</sourceDesc></fileDesc>`,
    ...profile(article, people),
    '</teiHeader>\n',
  ].join('\n');
}

/** The language as `xml:lang` takes it. */
export function languageOf({ language }: ArticleDetails): string | undefined {
  return /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i.test(language ?? '') ? (language ?? undefined) : undefined;
}

function source({ id, textHash, title, byline, publication, published, url }: ExportArticle): string {
  return [
    '<bibl>',
    element('title', title, { level: 'a' }),
    element('author', byline),
    element('publisher', publication),
    element('date', published, { when: whenOf(published) }),
    element('ref', url, { target: addressOf(url) }),
    element('idno', id, { type: 'article' }),
    element('idno', textHash, { type: 'sha256' }),
    '</bibl>',
  ].join('');
}

function annotators({ annotators: known }: People): string {
  const statements = [...known].map(
    ([name, id]) =>
      `<respStmt${xmlAttributes({ 'xml:id': id })}><resp>annotation</resp>${element('name', name)}</respStmt>`,
  );
  return statements.join('');
}

function profile(article: ExportArticle, { speakers }: People): string[] {
  const language = languageOf(article);
  const persons = [...speakers].map(
    ([name, id]) => `<person${xmlAttributes({ 'xml:id': id })}>${element('persName', name)}</person>`,
  );
  if (language === undefined && persons.length === 0) return [];
  return [
    '<profileDesc>',
    ...(language === undefined
      ? []
      : [`<langUsage><language${xmlAttributes({ ident: language })}/></langUsage>`]),
    ...(persons.length === 0
      ? []
      : [`<particDesc><listPerson>${persons.join('')}</listPerson></particDesc>`]),
    '</profileDesc>',
  ];
}

function element(
  name: string,
  content: string | null,
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  return content === null ? '' : `<${name}${xmlAttributes(attributes)}>${xmlText(content)}</${name}>`;
}

/** A year, a month, a date, or a date and time, as `when` takes it; undefined for anything else. */
function whenOf(published: string | null): string | undefined {
  const found =
    /^(\d{4}(?:-\d\d){0,2})(?:(?<=-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(
      published ?? '',
    );
  const [, date, minutes, seconds = ':00', zone = ''] = found ?? [];
  return minutes === undefined ? date : `${date}T${minutes}${seconds}${zone}`;
}

function addressOf(url: string | null): string | undefined {
  return url !== null && URL.canParse(url) ? new URL(url).href : undefined;
}

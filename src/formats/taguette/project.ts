import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import type { IncomingAnnotation, IncomingDocument } from '../incoming.ts';
import { addToList } from '../lists-by-key.ts';
import { HtmlText } from '../reading/html-text.ts';
import { SqliteFile, type SqlRow } from '../reading/sqlite/sqlite-file.ts';

const TABLES = ['documents', 'highlights', 'highlight_tags', 'tags'];

/** Whether a database is a project of Taguette, by its tables. */
export function hasProject(bytes: Uint8Array): boolean {
  try {
    return new SqliteFile(bytes).has(...TABLES);
  } catch (error) {
    if (error instanceof UnreadableFileError) return false;
    throw error;
  }
}

/** Reads a project: each document with its highlights, of which several tags make several annotations. */
export function* readProject(file: SqliteFile): Generator<IncomingDocument> {
  const tags = new Map([...file.rows('tags')].map(({ id, path }) => [id, String(path)]));
  const tagsOf = new Map<unknown, string[]>();
  for (const { highlight_id, tag_id } of file.rows('highlight_tags')) {
    const tag = tags.get(tag_id);
    if (tag !== undefined) addToList(tagsOf, highlight_id, tag);
  }
  const highlights = new Map<unknown, SqlRow[]>();
  for (const row of file.rows('highlights')) addToList(highlights, row.document_id, row);
  for (const { id, name, contents, description } of file.rows('documents')) {
    const page = new HtmlText(String(contents ?? ''), 'words');
    const title = String(name ?? '').trim();
    const place = `“${title}”`;
    const about = String(description ?? '').trim();
    yield {
      place,
      text: page.text,
      details: { title },
      annotations: [
        ...(about === '' ? [] : [aboutAll(place, about)]),
        ...(highlights.get(id) ?? []).flatMap((row) => annotationsOf(row, page, place, tagsOf.get(row.id))),
      ],
    };
  }
}

function aboutAll(place: string, about: string): IncomingAnnotation {
  return { place, label: 'description', anchors: [], attributes: {}, remarks: [about] };
}

/** Positions count the bytes of the document's words in UTF-8. */
function annotationsOf(
  { id, start_offset, end_offset, snippet }: SqlRow,
  page: HtmlText,
  document: string,
  tags: readonly string[] = [],
): IncomingAnnotation[] {
  const span = page.spanOfBytes({ start: Number(start_offset), end: Number(end_offset) });
  const words = new HtmlText(String(snippet ?? ''), 'words').text;
  const anchor = {
    offsets: span && { ...span, unit: 'utf16' as const },
    ...(words.trim() !== '' && { words }),
  };
  const labels = tags.length > 0 ? tags : ['untagged'];
  return labels.map((label, index) => ({
    id: index === 0 ? String(id) : `${id} ${label}`,
    place: t('place.highlightIn', { place: document, number: String(id) }),
    label,
    anchors: [anchor],
    attributes: {},
  }));
}

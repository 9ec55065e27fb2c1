import { t } from '../../messages/language.ts';
import type { IncomingDocument, IncomingFile, UnreadableRecord } from '../incoming.ts';
import { columnsIn, readTable, type TableRow } from '../reading/csv-table.ts';
import { groupBySource, type PlacedAnnotation } from '../reading/documents.ts';
import { isoTime } from '../reading/times.ts';
import { chooseLabel } from '../reading/web-annotation/labels.ts';

/** What the columns are called by the client, and by scripts around its API. */
const QUOTE = 'quote exact highlight'.split(' ');
const ADDRESS = ['url', 'uri', 'link', 'web_page'];
const COMMENT = ['comment', 'text', 'annotation', 'note'];
const PERSON = ['author', 'user', 'username', 'user_name'];
const MADE = ['created_at', 'created', 'timestamp'];

/** Whether a table is of annotations of Hypothesis: words, the page that they stand on, and tags. */
export function isHypothesisTable(bytes: Uint8Array): boolean {
  const names = columnsIn(bytes);
  const has = (columns: readonly string[]) => columns.some((name) => names.includes(name));
  return has(QUOTE) && has(ADDRESS) && names.includes('tags') && has(PERSON);
}

/** Reads a table of annotations; a row has the words, but not where they stand. */
export async function* readHypothesisTable(
  file: IncomingFile,
): AsyncGenerator<IncomingDocument | UnreadableRecord> {
  const found: (PlacedAnnotation | UnreadableRecord)[] = [];
  for await (const row of readTable(file)) found.push('reason' in row ? row : placed(row));
  yield* groupBySource(found);
}

function placed({ place, get }: TableRow): PlacedAnnotation | UnreadableRecord {
  const source = get(...ADDRESS);
  if (source === '') return { place, reason: t('record.noUri') };
  const [words, comment, title] = [get(...QUOTE), get(...COMMENT), get('page', 'title', 'document_title')];
  const tags = get('tags')
    .split(/[,;|]/)
    .flatMap((tag) => tag.trim() || []);
  const { label, remarks: others } = chooseLabel(tags);
  const remarks = [...(comment === '' ? [] : [comment]), ...others];
  const isReply = /^reply$/i.test(get('type'));
  return {
    source,
    details: { ...(/^https?:/i.test(source) && { url: source }), ...(title !== '' && { title }) },
    annotation: {
      ...(get('id') !== '' && { id: get('id') }),
      place,
      label: label ?? kindOf(words, comment, isReply),
      anchors: words === '' || isReply ? [] : [{ words }],
      attributes: {},
      ...(remarks.length > 0 && { remarks }),
      annotator:
        get('display_name', ...PERSON)
          .replace(/^acct:/, '')
          .split('@')[0] || undefined,
      createdAt: isoTime(get(...MADE).replace(' ', 'T')),
    },
  };
}

/** What Hypothesis itself calls an annotation that has no tag. */
function kindOf(words: string, comment: string, isReply: boolean): string {
  if (isReply) return 'reply';
  if (words === '') return 'page note';
  return comment === '' ? 'highlight' : 'annotation';
}

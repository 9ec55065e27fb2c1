import { t } from '../../messages/language.ts';
import type { FoundArticle } from '../article-file.ts';
import type { UnreadableRecord } from '../incoming.ts';
import { foundDetails } from '../reading/found-details.ts';
import { type Fields, namesDetail, textField } from './fields.ts';

/** One article of a table. */
export interface TableArticle {
  /** Where it stands in the file, for the report: `line 3`, `record 2`. */
  readonly place: string;
  /** The identifier that the article had with us, in small letters. */
  readonly id?: string;
  readonly article: FoundArticle;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** A word without a full stop. Scripts without spaces say a sentence in more letters. */
const LONE_WORD = /^[\p{L}\p{N}_-]{1,12}$/u;

/** Whether a record says one word and nothing of any article: many a file has a field `text`. */
function isLoneWord(text: string, fields: Fields): boolean {
  return LONE_WORD.test(text.trim()) && !namesDetail([...fields.keys()]);
}

/** The article that a record holds, or why there is none. `name` is that of its field with the words. */
export function toArticle(
  place: string,
  fields: Fields,
  name = textField([...fields.keys()]),
): TableArticle | UnreadableRecord {
  const text = name === undefined ? undefined : fields.get(name);
  if (typeof text !== 'string' || text.trim() === '') return { place, reason: t('file.noText') };
  if (isLoneWord(text, fields)) return { place, reason: t('file.loneWord', { word: text.trim() }) };
  const id = ['id', 'article_id']
    .map((key) => fields.get(key))
    .find((value) => typeof value === 'string' && UUID.test(value));
  return {
    place,
    ...(typeof id === 'string' ? { id: id.toLowerCase() } : {}),
    article: { text, details: foundDetails(Object.fromEntries(fields)), hasFrontMatter: false },
  };
}

import { type Codebook, DEFAULT_CODEBOOK } from '../../domain/codebook/codebook.ts';
import { CODING_STATES } from '../../domain/coding.ts';
import { CODING_KINDS, kindOf } from '../../domain/record.ts';
import { type ColumnRow, described } from '../writing/described-column.ts';
import { type CodingRow, NOTHING } from './rows.ts';

const TABLE: readonly ColumnRow<CodingRow>[] = [
  {
    name: 'project',
    description: 'Short name of the project, as in its addresses.',
    required: true,
    repeats: true,
    cell: ({ project }) => project,
  },
  {
    name: 'article_id',
    description: 'Identifier of the article.',
    required: true,
    repeats: true,
    cell: ({ article }) => article.id,
  },
  {
    name: 'article_title',
    description: "The article's title.",
    repeats: true,
    cell: ({ article }) => article.title,
  },
  {
    name: 'article_url',
    description: 'Where the article was published on the web.',
    datatype: 'anyURI',
    repeats: true,
    cell: ({ article }) => article.url,
  },
  {
    name: 'publication',
    description: 'The newspaper, agency or site that published the article.',
    repeats: true,
    cell: ({ article }) => article.publication,
  },
  {
    name: 'published',
    description: 'ISO 8601 year, month, date, or date and time, of publication, as far as the source tells.',
    repeats: true,
    cell: ({ article }) => article.published,
  },
  {
    name: 'coding',
    description: 'Whose coding it is: shared by all, the agreed final one, or the own one of the annotator.',
    required: true,
    values: CODING_KINDS,
    repeats: true,
    cell: ({ coding }) => kindOf(coding.lane),
  },
  {
    name: 'state',
    description: 'How far the coding is. `released`: taken once and given back.',
    required: true,
    values: CODING_STATES,
    repeats: true,
    cell: ({ coding }) => coding.state,
  },
  {
    name: 'done_at',
    description: 'When the coding was finished, ISO 8601, UTC.',
    datatype: 'dateTime',
    repeats: true,
    cell: ({ coding }) => coding.doneAt,
  },
  {
    name: 'blind',
    description: 'Whether the annotator could see nothing of other codings.',
    required: true,
    values: ['yes', 'no'],
    repeats: true,
    cell: ({ coding }) => (coding.isBlind ? 'yes' : 'no'),
  },
  {
    name: 'sentences',
    description: 'How many sentences the article has.',
    datatype: 'nonNegativeInteger',
    required: true,
    repeats: true,
    cell: ({ article }) => article.sentences.length,
  },
  {
    name: 'annotator',
    description:
      'Who coded the sentence; empty where nothing is coded yet in a coding that is not one person’s own.',
    cell: ({ annotator }) => annotator,
  },
  {
    name: 'sentence_number',
    description: 'The sentence, counted from 1; empty where no sentence of the coding is coded.',
    datatype: 'positiveInteger',
    cell: ({ sentence }) => (sentence === null ? null : sentence + 1),
  },
  {
    name: 'sentence',
    description: 'The words of that sentence.',
    cell: sentenceWords,
  },
  {
    name: 'tag',
    description:
      'What the annotator put into the sentence; `nothing` where they said that it holds nothing to tag.',
    cell: ({ tag }) => tag,
  },
  {
    name: 'annotations',
    description: 'How many annotations with this tag, by the annotator, have words in the sentence.',
    datatype: 'nonNegativeInteger',
    required: true,
    cell: ({ annotations }) => annotations,
  },
];

/** All columns of `codings.csv` in a project with this codebook, in the header's order. */
export function columnsFor(codebook: Codebook) {
  const values = [...codebook.tags.map(({ key }) => key), NOTHING];
  return described(TABLE.map((column) => (column.name === 'tag' ? { ...column, values } : column)));
}

/** The same where the codebook is the default one. */
export const columns = columnsFor(DEFAULT_CODEBOOK);

function sentenceWords({ article, sentence }: CodingRow): string | null {
  const span = sentence === null ? undefined : article.sentences[sentence];
  return span ? article.text.slice(span.start, span.end) : null;
}

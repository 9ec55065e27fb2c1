/** What a coder sees of their own codings against the final ones. */
export const results = {
  heading: 'Your results',
  summary: {
    one: 'Your coding of {count} article, against the final coding.',
    other: 'Your codings of {count} articles, against the final ones.',
  },
  none: 'Nothing to compare yet. An article’s result is shown once your coding and the final one are both done.',
  byTag: 'By tag',
  hint: 'Counted in sentences. Precision: of those you tagged, the share that the final coding tagged too. Recall: of those that the final coding tagged, the share that you tagged too. F1 combines both; α takes off what chance alone would give.',
  tag: 'Tag',
  both: 'Both',
  onlyFirst: 'Only you',
  onlySecond: 'Only the final coding',
  spans: 'F1 of spans, exact',
  overlap: 'F1 of spans, half overlapping',
  untagged: 'Neither you nor the final coding has this tag.',
  byArticle: 'By article',
  article: 'Article',
  differing: 'Sentences that differ',
  you: 'You',
  final: 'Final coding',
  back: 'Back to your results',
  compare: 'Compare the whole article',
  moreArticles: {
    one: '{count} more article, with less difference, is linked from your work.',
    other: '{count} more articles, with less difference, are linked from your work.',
  },
} as const;

/** The sentences behind one number of them. */
export const resultCell = {
  both: {
    one: '{count} sentence that you and the final coding tagged',
    other: '{count} sentences that you and the final coding tagged',
  },
  onlyFirst: {
    one: '{count} sentence that you tagged and the final coding did not',
    other: '{count} sentences that you tagged and the final coding did not',
  },
  onlySecond: {
    one: '{count} sentence that the final coding tagged and you did not',
    other: '{count} sentences that the final coding tagged and you did not',
  },
  neither: {
    one: '{count} sentence that neither you nor the final coding tagged',
    other: '{count} sentences that neither you nor the final coding tagged',
  },
} as const;

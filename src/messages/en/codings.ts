/** A coding, to look at. */
export const codings = {
  title: '{title}: {whose}',
  of: 'Coded by: {whose}',
  shared: 'everybody together',
  final: 'final coding',
  isFinal: 'Final coding',
  progress: {
    one: '{coded} of {count} sentence coded',
    other: '{coded} of {count} sentences coded',
  },
  annotations: 'Annotations',
  none: 'No annotations.',
  whose: 'Work of',
  show: 'Show',
  ofOne: {
    one: '{count} annotation by {whose} in the shared coding',
    other: '{count} annotations by {whose} in the shared coding',
  },
  toArticle: 'To the article',
} as const;

/** A coder's own coding beside the final one, or practice beside its reference. */
export const comparison = {
  title: 'Compared: {title}',
  referenceSummary: {
    one: 'Your tags match the reference in {same} of {count} sentence.',
    other: 'Your tags match the reference in {same} of {count} sentences.',
  },
  finalSummary: {
    one: 'Your tags match the final coding in {same} of {count} sentence.',
    other: 'Your tags match the final coding in {same} of {count} sentences.',
  },
  details: {
    one: 'In {count} of these the words or the details differ.',
    other: 'In {count} of these the words or the details differ.',
  },
  onward: 'Go on with your work',
  readFinal: 'Read the final coding',
  results: 'All your results',
  onlyDifferences: 'Differences only',
  all: 'All sentences',
  noDifference: 'No differences.',
  sentence: 'Sentence',
  own: 'You',
  reference: 'Reference',
  final: 'Final coding',
  verdict: 'Compared',
  nothing: 'nothing here',
  untagged: 'not tagged',
} as const;

/** How two codings of a sentence differ. */
export const difference = {
  none: 'same',
  details: 'other words or details',
  tags: 'different',
} as const;

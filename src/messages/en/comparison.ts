/** A coder's practice beside its reference. */
export const comparison = {
  title: 'Compared: {title}',
  summary: {
    one: 'Of {count} sentence, {same} has the same tags as the reference.',
    other: 'Of {count} sentences, {same} have the same tags as the reference.',
  },
  onward: 'Go on with your work',
  sentence: 'Sentence',
  own: 'You',
  reference: 'Reference',
  verdict: 'Compared',
  same: 'same',
  different: 'different',
  nothing: 'nothing here',
  untagged: 'not tagged',
} as const;

/** The article as a list of sentences. */
export const sheet = {
  title: 'Sheet: {title}',
  pages: 'Pages of the sheet',
  explained:
    'Tick what each sentence contains. “Part of it” tags only some of its words; the links below a sentence open its annotations.',
  save: 'Save',
  tryAgain: 'Try again',
  sentence: '<hidden>Sentence </hidden>{number}',
  comment: 'Comment<hidden> (sentence {number})</hidden>',
  part: 'Part of it<hidden> (sentence {number})</hidden>',
  nothing: 'Nothing here',
  suggested: 'Suggested: {what} <words>{words}</words>',
  accept: 'Accept',
  dismiss: 'Dismiss',
  saved: { one: '{count} sentence saved.', other: '{count} sentences saved.' },
  noChanges: 'There were no changes to save.',
  notSaved: { one: '{count} sentence was not saved', other: '{count} sentences were not saved' },
  problem: '<link>Sentence {number}</link>: {problem}',
  contradiction:
    'A sentence with a tag cannot be “nothing here”. Untick one of them, or delete its annotations first.',
} as const;

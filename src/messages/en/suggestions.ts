/** Suggestions of the text engine: the tools beside the text, their list, the bar. */
export const suggestions = {
  noSuchSureness: 'Choose one of the listed levels.',
  heading: 'Suggestions',
  onlyMarks:
    'This article is not in English, so only sentences in quotation marks and clear figures are suggested.',
  working: 'Looking for suggestions…',
  ready: 'Suggestions are ready.',
  show: 'Show them',
  kinds: 'Suggestions to show',
  list: 'List',
  closeList: 'Close the list',
  inOrder: 'Order',
  byPlace: 'By place',
  byWorth: 'By check-worthiness',
  acceptAll: 'Accept {what}',
  accepted: 'Accepted {what}.',
  undo: 'Undo',
  accept: 'Accept',
  dismiss: 'Dismiss',
  acceptThis: 'Accept: {words}',
  dismissThis: 'Dismiss: {words}',
  none: 'No suggestions.',
  hidden: {
    one: '{count} more is hidden by your <link>settings</link>.',
    other: '{count} more are hidden by your <link>settings</link>.',
  },
  more: {
    one: '{count} more follows. It is listed once you have judged some of these.',
    other: '{count} more follow. They are listed once you have judged some of these.',
  },
  nothingRanked: 'Nothing to rank.',
  tagged: 'tagged',
  unscored: 'no score',
  settings: 'Suggestions in {project}',
  settingsKinds: 'Show',
  settingsHint: 'You can also switch them on and off beside the text.',
  sureness: 'How sure the program must be',
  most: 'Fairly sure (0.5): many more, and many of them wrong',
  sure: 'Sure (0.8): the ones that are mostly right',
  surest: 'Very sure (0.9): only the clearest',
} as const;

/** What the page's own code says of them. */
export const offer = {
  at: 'Suggestion {at} of {of}: {what}',
  alone: 'Suggestion: {what}',
  none: 'No suggestions left in this article.',
  noneAfter: {
    one: 'No suggestions after this. {count} before.',
    other: 'No suggestions after this. {count} before.',
  },
  noneBefore: 'No suggestions before this.',
} as const;

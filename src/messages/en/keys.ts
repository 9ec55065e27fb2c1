/** What keys do on the reading page; each but the first stands for the deed of its name in `src/domain/keys.ts`. */
export const keys = {
  tag: 'Tag the selection as {tag}',
  nextSentence: 'Next sentence',
  previousSentence: 'Previous sentence',
  extendForward: 'Extend the selection by a sentence',
  extendBack: 'Extend the selection back by a sentence',
  nextUncoded: 'Next sentence not coded yet',
  previousUncoded: 'Previous sentence not coded yet',
  chooseWords: 'Choose words with the arrow keys',
  find: 'Find in the article',
  nothing: 'Mark “nothing here”, or unmark it',
  add: 'Add the selection to the current annotation',
  every: 'Tag every occurrence of the selection',
  nextAnnotation: 'Next annotation',
  previousAnnotation: 'Previous annotation',
  edit: 'Edit the current annotation',
  delete: 'Delete the current annotation',
  endLater: 'Move its end a word later',
  endEarlier: 'Move its end a word earlier',
  startLater: 'Move its start a word later',
  startEarlier: 'Move its start a word earlier',
  accept: 'Accept the suggestion, go to the next',
  dismiss: 'Dismiss the suggestion, go to the next',
  nextSuggestion: 'Next suggestion',
  previousSuggestion: 'Previous suggestion',
  undo: 'Undo',
  redo: 'Redo',
  finish: 'Done, next article, where each codes alone',
  define: 'Show what the tags mean',
  help: 'Show all keys',
} as const;

/** Buttons of the reading page for those who have switched single keys off. */
export const keyless = {
  chooseWords: 'Choose words',
  undo: 'Undo',
} as const;

/** Why a change cannot be made. */
export const change = {
  annotationConflict: 'This annotation was changed by somebody else.',
  detailsConflict: 'The details of this article were changed by somebody else.',
  notDeleted: 'This annotation was changed by somebody else, so it was not deleted.',
  noSentence: 'There is no such sentence in the article.',
  nothingTyped: 'Enter the words to annotate as they appear in the sentence.',
  wordsNotThere: '“{words}” is not in the sentence. Copy the words from it.',
  noSuggestions: 'No suggestions left to accept.',
  suggestionGone: 'This suggestion is no longer there.',
  notEmpty: 'This sentence has annotations, so it cannot be marked “nothing here”.',
  nothingToUndo: 'Nothing to undo.',
  stepGone: 'That changed nothing, or was undone already. Undo again to undo the step before it.',
  nothingToRedo: 'Nothing to redo.',
  cannotUndo:
    'Somebody else has changed this since, so it was not undone. Undo again to undo the step before it.',
  cannotRedo: 'Somebody else has changed this since, so it was not redone.',
} as const;

/** What is wrong with words that were selected. */
export const words = {
  none: 'Select some words first.',
  outside: 'The selected words are empty or outside the article. Select them again.',
  insideCharacter: 'The selection begins or ends inside a character. Select the words again.',
  blank: 'There are no words in the selection. Select some words first.',
  noSentence: 'Select a sentence first.',
} as const;

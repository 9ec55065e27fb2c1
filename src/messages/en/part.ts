/** The form that tags some words of a sentence, for work without scripts. */
export const part = {
  title: 'Tag part of sentence {number}',
  back: 'Back to the sheet',
  words: 'Words to tag. Delete what does not belong; each line is a part, as in a split quote',
  tag: 'Tag',
  save: 'Save',
} as const;

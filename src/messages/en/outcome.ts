/** What became of what was imported. */
export const outcome = {
  chooseFile: 'Choose a file first.',
  tableOfArticles: 'This is a table of articles. Choose “Import articles”.',
  stopped:
    'The import stopped here three times because of something unexpected in the files. Everything before this point was imported. Try the files one by one.',
  fileStopped:
    '“{name}” stopped the desk three times while it was being read. It was left out, and the import went on without it.',
  restStopped:
    '“{name}” stopped the desk three times at this place. The rest of it was left out, and the import went on without it.',
  cannotUndo: 'This import cannot be undone: it is not finished, or has already been undone.',
  cannotRedo: 'This import cannot be redone: it has not been undone.',
  noteCut: 'The note was too long and was cut. Missing: {words}',
  noSuchField: 'This field does not belong to {tag}.',
  noLowerEnd: 'There is no lower value to go with it.',
  inNote: '{field} was moved to the note. {why}',
  noArticle:
    'The file does not include the text, and no single article here has this address or title. Import the article first, or choose it when you import the annotations.',
  noteNowhere: 'No imported annotation covers these words, so there was no note to add it to.',
  notesFull: 'The notes of the annotations on these words are full. Missing: {words}',
  someNotes: {
    one: 'Added to the note of {count} annotation on these words. The notes of the others are full.',
    other: 'Added to the notes of {count} annotations on these words. The notes of the others are full.',
  },
  sharedNote:
    'Added to the note of the first annotation on these words. More than {most} share it, so it is stored once.',
  oneNote: 'Added to the note of the annotation on these words.',
  allNotes: {
    one: 'Added to the note of {count} annotation on these words.',
    other: 'Added to the notes of {count} annotations on these words.',
  },
  leftOut: 'Left out, as chosen for its label.',
  wholeArticle: 'It is about the whole article, so there are no words to tag.',
  noMarkable: 'There are no words there to annotate.',
  widened: 'It was widened to whole characters.',
  here: 'Already here.',
  changedSince: 'Already here, and edited since it was imported. It was left unchanged.',
  same: 'Already here: an annotation with the same words, tag, fields and annotator.',
  noSentence:
    'These words are not a whole sentence of the article, so no sentence was marked “nothing here”.',
  marksTagged: {
    one: '{count} sentence was not marked “nothing here”, since it holds an annotation here.',
    other: '{count} sentences were not marked “nothing here”, since they hold annotations here.',
  },
  finalLeft: 'The “nothing here” of the final coding was left out: it belongs to no annotator.',
  emptyFile: 'This file is empty. Choose another, or paste the text.',
  emptyText: 'There is no text yet. Paste the article, or choose a file.',
  tooLong:
    'This text has {length} characters; at most {most} can be imported. Split it into several articles.',
  notInProject: 'You are no longer in the project that the articles come from, so the rest was not copied.',
  sourceGone:
    'The source of this text was kept for a day and is gone. Fetch or upload it again, or import the text as it is.',
  nothingInFile: 'There is no article in this file.',
  ofPart: 'Part {part} of {parts}: {reason}',
} as const;

/** The page of an article's details. */
export const articleDetails = {
  heading: 'Article details',
  title: 'Details: {title}',
  save: 'Save',
  cancel: 'Cancel',
  frozen: 'The text never changes, so that annotations keep their place. <link>See the stored text</link>',
  delete: 'Delete this article',
  deleteHint: 'Its annotations are deleted too. You can undo this.',
  source: 'Source',
  original: 'The original file is kept: <link>{name}</link>',
  download: 'download',
  fetchedFrom: 'Fetched from',
  fetchedOn: 'Fetched on',
  uploadedOn: 'Uploaded on',
  sum: 'SHA-256',
  conflict:
    'Somebody else changed these details while you were editing, so yours are not saved yet. Yours are in the fields below: save again to keep them, or copy what was saved.',
  asSaved: '{name}, as saved',
  empty: 'empty',
} as const;

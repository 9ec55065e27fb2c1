/** What an import did, in a few words each. */
export const sum = {
  articles: { one: '{count} article imported', other: '{count} articles imported' },
  annotations: { one: '{count} annotation imported', other: '{count} annotations imported' },
  marks: {
    one: '{count} sentence marked “nothing here”',
    other: '{count} sentences marked “nothing here”',
  },
  finished: { one: '{count} coding finished', other: '{count} codings finished' },
  newArticles: { one: '{count} new article', other: '{count} new articles' },
  failed: { one: '{count} file failed', other: '{count} files failed' },
  moved: { one: '{count} to review', other: '{count} to review' },
  duplicate: { one: '{count} already here', other: '{count} already here' },
  refused: { one: '{count} not imported', other: '{count} not imported' },
  unreadable: { one: '{count} not readable', other: '{count} not readable' },
  note: { one: '{count} turned into a note', other: '{count} turned into notes' },
  left: { one: '{count} left out as chosen', other: '{count} left out as chosen' },
} as const;

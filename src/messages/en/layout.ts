/** What stands around every page. */
export const layout = {
  main: 'Main',
  skip: 'Skip to the content',
  articles: 'Articles',
  work: 'Work',
  annotations: 'Annotations',
  settings: 'Settings',
  help: 'Help',
  tryAgain: 'Try again',
  toArticles: 'Go to the articles',
  inLog: 'To look it up in the log: <code>{id}</code>',
} as const;

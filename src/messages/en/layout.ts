/** What stands around every page. */
export const layout = {
  main: 'Main',
  skip: 'Skip to the content',
  articles: 'Articles',
  annotations: 'Annotations',
  settings: 'Settings',
  help: 'Help',
} as const;

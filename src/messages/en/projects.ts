/** Projects: the list of one's own, and the page of each. */
export const projects = {
  project: 'Project:',
  heading: 'Projects',
  all: 'All projects',
  thisProject: 'About this project',
  intro: 'Each project has its own articles, people and settings.',
  none: 'You are in no project yet.',
  name: 'Project',
  role: 'Your role',
  articles: 'Articles',
  people: 'People',
  settings: 'Settings',
  settingsOf: 'Settings of {name}',
  archived: 'Archived projects',
  archivedHint: 'They can be read and exported, but not changed.',
  archivedMark: '(archived)',
  isArchived: 'This project is archived: it can be read and exported, but not changed.',
  newHeading: 'New project',
  newName: 'Name',
  create: 'Create project',
  created: 'Project created.',
  openArticles: 'Open the articles',
  copy: 'Copy',
  copyHeading: 'Copy this project',
  copyHint: 'The copy has the same settings. You are the only person in it.',
  copyName: 'Name of the copy',
  copyOf: 'Copy of {name}',
  withArticles: 'With its articles',
  withArticlesHint: 'Texts, details and sources; no annotations.',
  archiveHeading: 'Archive',
  archiveHint:
    'An archived project can be read and exported, but not changed. It can be brought back at any time.',
  wayHeading: 'Together or apart',
  wayHint: 'Switching keeps all work where it is.',
  together: 'Together',
  togetherHint: 'Everybody works in one coding of each article, and sees all of it.',
  apart: 'Apart',
  apartHint:
    'Each coder makes a coding of their own and sees no other. Owners and adjudicators see all codings, and can read what was made together.',
  switchWay: 'Save',
  switched: 'Saved.',
  noWay: 'Choose together or apart.',
  importingWay: 'Something is still being imported into this project. Switch when that is done.',
  archive: 'Archive this project',
  archivedNow: 'The project was archived.',
  restore: 'Bring it back',
  restored: 'The project was brought back.',
  importing: 'Something is still being imported into this project. Archive it when that is done.',
} as const;

/** The same within a sentence. */
export const roleInWords = {
  owner: 'an owner',
  adjudicator: 'an adjudicator',
  coder: 'a coder',
  reader: 'a reader',
} as const;

/** What somebody is in a project. */
export const role = {
  owner: 'Owner',
  adjudicator: 'Adjudicator',
  coder: 'Coder',
  reader: 'Reader',
} as const;

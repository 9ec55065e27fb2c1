/** Who is named as a speaker, and renaming them everywhere. */
export const speakers = {
  heading: 'Speakers',
  headingIn: 'Speakers in “{title}”',
  backToArticle: 'Back to the article',
  inProject: 'All speakers of the project',
  name: 'Speaker',
  annotations: 'Annotations',
  articles: 'Articles',
  rename: 'Rename',
  newName: 'New name for {name}',
  none: 'Nobody is named as a speaker yet.',
  more: 'The {count} most used speakers are listed.',
  hint: 'A new name replaces the old one everywhere in one step. A name that is there already merges the two.',
  nameMissing: 'Speaker: write the new name.',
  notFound: 'Nobody is named “{name}” any more.',
  same: '“{name}” is the name already.',
  everywhere: 'Rename everywhere',
} as const;

/** The details of an article. */
export const detailName = {
  title: 'Title',
  byline: 'Byline',
  publication: 'Publication',
  published: 'Published',
  url: 'Address',
  language: 'Language',
  labels: 'Labels',
} as const;

/** What to write, where the name alone leaves that open. */
export const detailHint = {
  title: '',
  byline: 'The author, as printed',
  publication: 'Where it was published',
  published: 'Such as 2025-03-04, 4 March 2025 or March 2025',
  url: 'Starting with https:// or http://',
  language: 'Its code, such as en or pt-BR',
  labels: 'Separated by commas',
} as const;

/** What is wrong with one. */
export const detail = {
  tooLong: '{name}: at most {most} characters. You entered {given}.',
  noDate: 'Published: enter a date with its year, such as 2025-03-04, 4 March 2025, March 2025 or 2025.',
  noAddress: 'Address: enter a full web address, starting with https:// or http://.',
  noLanguage: 'Language: enter its code, such as en, de or pt-BR.',
  noTitle: 'Title: every article needs one.',
} as const;

/** What is wrong with what was filled in in a project's own fields, and how they are said. */
export const field = {
  noDate: '{name}: enter a day, such as 2026-11-28.',
  noYesNo: '{name}: choose yes or no.',
  yes: 'Yes',
  no: 'No',
  required: 'to fill in',
  missing: '{name} missing',
  said: '{name}: {value}',
} as const;

/** Names of a project's own fields: its codebook says them. */
export const ownFieldName: Readonly<Record<string, string>> = {};

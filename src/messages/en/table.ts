/** What the browser's own code says about the table. */
export const table = {
  selected: { one: '{count} selected', other: '{count} selected' },
} as const;

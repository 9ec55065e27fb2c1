/** What the browser's own code says. */
export const desk = {
  saving: { one: 'Saving…', other: 'Saving {count}…' },
} as const;

/** What is known of an annotation, in a few words each. */
export const said = {
  worth: 'worth checking: {level}',
  worthScored: 'worth checking: {level} ({score})',
  score: 'check score {score}',
  parts: { one: '{count} part', other: '{count} parts' },
  note: 'note',
  range: '{from} to {to}',
} as const;

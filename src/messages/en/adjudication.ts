/** Deciding on what coders have made of an article. */
export const adjudication = {
  nothingTaken: 'Choose what to take.',
  changedMeanwhile: 'A coder has changed this case in the meantime. Look at it again.',
  decidedMeanwhile: 'Somebody else has decided this case in the meantime.',
  undecided: {
    one: '{count} case is not decided, or has changed since it was.',
    other: '{count} cases are not decided, or have changed since they were.',
  },
  toldDecision: 'a decision',
} as const;

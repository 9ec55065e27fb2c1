/** Links between annotations. */
export const links = {
  heading: 'Links',
  remove: 'Remove',
  removeThis: 'Remove the link: {how} “{words}”',
  none: 'This annotation has no links.',
  add: 'Link to another annotation',
  kind: 'How it is linked',
  other: 'Other annotation',
  choose: 'Choose an annotation',
  submit: 'Link',
  noOther: 'There is no other annotation in this coding to link to.',
  chooseKind: 'Choose how the two are linked.',
  chooseOther: 'Choose the other annotation.',
  notItself: 'An annotation cannot be linked to itself. Choose another one.',
  notHere:
    'This annotation is not in the same coding of this article, or it was deleted. Choose another one.',
  endMissing: 'Its link “{kind}” was left out: the other annotation is not in the same coding.',
  already: 'The two are linked in this way already.',
  toldLinked: 'Link added',
  toldUnlinked: 'Link removed',
} as const;

/** What an annotation has to do with the one that follows. */
export const linkKind = {
  rests_on: 'rests on',
  contains: 'contains',
  contradicts: 'contradicts',
  repeats: 'repeats',
} as const;

/** The same, as the other one says it. */
export const linkedFrom = {
  rests_on: 'supports',
  contains: 'is contained in',
  contradicts: 'is contradicted by',
  repeats: 'is repeated by',
} as const;

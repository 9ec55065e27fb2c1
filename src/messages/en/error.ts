/** Pages and notices of errors. */
export const error = {
  signIn: 'Sign in',
  tooMany: 'Too many tries',
  notAllowed: 'Not allowed',
  notFound: 'Not found',
  notPossible: 'Not possible',
  conflict: 'Changed by somebody else',
  tooLarge: 'Too large',
  wrongAddress: 'Wrong address',
  failed: 'Something went wrong',
  cannotNow: 'Not available right now',
  notUnderstood: 'Request not understood',
  unreadable: 'The request could not be read.',
  tooLargeToSend:
    'What you sent is larger than the limit, so nothing was saved. Your text is still in the form: go back, shorten it and send it again.',
  encoding: 'What you sent is in an encoding that cannot be read.',
  wrongMethod: 'This cannot be done at this address.',
  ourFault: 'This failed on our side. Please try again.',
  lookAgain: '{why} Nothing is lost: try again in a moment.',
  sendAgain:
    '{why} Nothing was saved. Your text is still in the form: go back and send it again in a moment.',
  words:
    'The words you selected are no longer at that place in the article. The page has been refreshed: select them again.',
  noVersion: 'The form did not say which version it changes. Open the page again.',
  noTag: 'Choose a tag: {tags}.',
  host: 'On Record does not answer to this name. Use the address that it showed when it started.',
  otherSite: 'This request came from another site, so nothing was changed.',
  noSite:
    'This request did not say which site it came from, so nothing was changed. Use a browser, or the command line on the server.',
} as const;

/** Why the database cannot be used just now. */
export const outage = {
  away: 'On Record cannot reach its database.',
  busy: 'The database is busy with other work.',
  full: 'The disk with the database is full, so nothing can be saved.',
  gone: 'The database file is no longer where it was, so nothing can be saved.',
  refusing: 'The database is read-only right now.',
} as const;

/** What is not there. */
export const notFound = {
  page: 'There is no such page. It may have been deleted, or the address may be wrong.',
  article: 'There is no such article. It may have been deleted, or the address may be wrong.',
  section: 'There is no such part of the article. The address may be wrong.',
  sentence: 'There is no such sentence in the article. The address may be wrong.',
  annotation: 'There is no such annotation. It may have been deleted, or the address may be wrong.',
  comment: 'There is no such comment. It may have been deleted, or the address may be wrong.',
  decision: 'There is no such decision. It may have been taken back.',
  source: 'No source is kept for this article.',
  format: 'There is no such export format. The address may be wrong.',
  project: 'There is no such project. It may have been deleted, or the address may be wrong.',
  ticket: 'This link does not work any more. It was used already, or has run out. Ask for a new one.',
  step: 'There is no such change of yours here.',
  person: 'There is no such person in this project. They may have left it.',
  invitation:
    'This invitation cannot be used: it was used before, taken back, or its time has run out. Ask for a new one.',
  view: 'There is no such saved view. It may have been deleted.',
  import: 'There is no such import. It may have been deleted, or the address may be wrong.',
  waitingImport: 'There is no such import waiting for you. It may have been started or cancelled.',
} as const;

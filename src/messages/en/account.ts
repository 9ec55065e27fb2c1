/** The page of the person's account. */
export const account = {
  heading: 'Your account',
  saved: 'Saved',
  accounts: 'Accounts of this desk',
  audit: 'Log of this desk',
  signInWith: 'What you sign in with',
  password: 'Password',
  currentPassword: 'Current password',
  passwordHint: 'You are then signed out everywhere else.',
  changePassword: 'Change the password',
  signedIn: 'Where you are signed in',
  here: 'this browser',
  seen: 'Since {begun}, last used {seen}, from {address}',
  outOf: 'Sign out: {where}',
  outEverywhere: 'Sign out everywhere else',
  unknownBrowser: 'A browser that does not say what it is',
} as const;

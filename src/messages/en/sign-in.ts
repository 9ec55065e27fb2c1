/** Signing in and out, and the links that let somebody begin. */
export const signIn = {
  heading: 'Sign in',
  out: 'Sign out',
  name: 'E-mail address or name',
  nameHint: 'What you sign in with.',
  password: 'Password',
  go: 'Sign in',
  wrong: 'The name and the password do not belong together. Check both.',
  wait: {
    one: 'Too many tries. Wait {count} second, then try again.',
    other: 'Too many tries. Wait {count} seconds, then try again.',
  },
  busy: 'Many people are signing in just now. Try again in a few seconds.',
  needed: 'Sign in to go on.',
  ended: 'Your sign-in has ended. Sign in to go on.',
  endedHeld: 'Your sign-in has ended. Sign in, and what you have just sent is saved.',
  endedNotHeld:
    'Your sign-in has ended, and what you have just sent holds a file or is too long to be kept meanwhile. Sign in in another tab, then come back here, reload this page and send it again.',
  inPlace:
    'Your sign-in has ended. What you did since waits on this page, and is saved as soon as you have signed in.',
  otherTab: 'To sign in in another way, <link>do so in another tab</link>, then come back.',
  wrongPassword: 'This is not your password.',
  confirmation: 'Is it you?',
  confirmationIntro:
    'This concerns who signs in here, or takes everything away: enter your password once more.',
  confirm: 'Go on',
  confirmNot: 'Cancel',
  forgotten: 'Forgotten your password? Ask whoever looks after this desk for a link to set a new one.',
  nameMissing: 'Enter an e-mail address or a name.',
  nameLong: 'Use at most {most} characters.',
  notAnAddress: 'This is not an e-mail address. A name to sign in with has no @.',
  nameTaken: 'Somebody signs in with this already. Choose another.',
  passwordShort: 'Use at least {least} characters. A few unrelated words are easy to remember.',
  passwordLong: 'Use at most {most} characters.',
  passwordCommon:
    'This would be among the first to be tried: common words, names, digits or rows of keys. Use a few unrelated words.',
  passwordHint:
    'At least {least} characters; a few unrelated words will do. Any characters, pasted or typed.',
  firstOwner: 'Welcome to On Record',
  firstOwnerIntro:
    'You are the first here. What was done at this desk so far becomes yours, and you look after the desk.',
  yourName: 'Your name',
  yourNameHint: 'Others see it beside your work.',
  begin: 'Begin',
  reset: 'Choose a password',
  resetIntro: 'For {name}. You are then signed out everywhere else.',
  newPassword: 'New password',
  savePassword: 'Save and sign in',
  lastAdmin: 'Nobody else looks after this desk. Let somebody else do so first.',
} as const;

/** The ways to sign in beside the password: one-time codes, passkeys, a provider, and mail for who has forgotten it. */
export const ways = {
  codeHeading: 'Enter a code',
  code: 'Code',
  codeHint: 'Six digits, from your authenticator app.',
  wrongCode:
    'This code is wrong or was used already. Wait for the next one, and check the clock of your phone.',
  unreadable:
    'Codes cannot be checked just now. Use a recovery code, and tell whoever looks after this desk.',
  noPhone: 'Use a recovery code',
  recovery: 'Recovery code',
  recoveryHint: 'One of the ten codes that you kept. Each works once.',
  wrongRecovery: 'This is none of your recovery codes, or it was used already.',
  useRecovery: 'Sign in with a recovery code',
  again: 'Begin again',
  over: 'That took too long. Sign in again.',
  byPasskey: 'Sign in with a passkey',
  byProvider: 'Continue with {provider}',
  wrongPasskey: 'This passkey is not known here. Sign in another way.',
  passkeyStopped: 'No passkey was used. Try again, or sign in another way.',
  passkeyKnown: 'This device has a passkey for your account already.',
  passkeyFailed: 'The passkey could not be used. Try again, or sign in another way.',
  tooOld: 'That took too long, or was begun in another browser. Begin again.',
  away: '{provider} does not answer just now. Try again in a moment, or sign in another way.',
  refused: '{provider} did not confirm who you are. Try again, or sign in another way.',
  wrongProvider:
    'The answer of {provider} does not hold. Begin again; if that does not help, tell whoever looks after this desk.',
  taken:
    'An account here has your e-mail address, but is not linked with {provider}. Sign in another way, then link them under Account.',
  stranger: '{provider} knows you, but nobody has invited you here. Ask whoever looks after this desk.',
  closed: 'The account that you have here through {provider} is closed.',
  forgottenHeading: 'Forgotten your password?',
  forgottenIntro: 'We mail you a link to choose a new one.',
  sendLink: 'Send the link',
  forgottenSent:
    'If somebody signs in with this and has an e-mail address, a link is on its way there. It works for an hour, once. Nothing came? Ask whoever looks after this desk for a link.',
  toSignIn: 'Back to signing in',
  byMail: 'Forgotten your password?',
} as const;

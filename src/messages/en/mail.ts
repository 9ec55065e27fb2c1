/** Mails, in plain words; a link stands on a line of its own. */
export const mail = {
  invitationSubject: 'Invitation to {project} on {desk}',
  invitation:
    '{inviter} invites you to work on “{project}” at {desk}.\n\nOpen this link to accept:\n\n{link}\n\nIt works once, until {until}. If you do not know what this is about, ignore this mail: nothing happens without the link.',
  resetSubject: 'A new password for {desk}',
  reset:
    'Somebody asked for a new password for your account at {desk}. Open this link to choose one:\n\n{link}\n\nIt works once, until {until}. If it was not you, ignore this mail: your password stays as it is.',
  changedSubject: 'A change of how you sign in to {desk}',
  changed:
    '{what}\n\nIt was done at {desk}, {when}. If it was not you, tell whoever looks after the desk, and choose a new password:\n\n{link}',
} as const;

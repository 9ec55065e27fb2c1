/** What the audit log keeps. Each has its words in `src/messages/en/audit.ts`. */
export const AUDIT_ACTIONS = [
  'sign-in',
  'sign-in-refused',
  'sign-out',
  'sign-out-everywhere',
  'account-opened',
  'account-closed',
  'account-deleted',
  'sign-in-name-changed',
  'password-changed',
  'reset-issued',
  'exported',
  'data-exported',
  'article-deleted',
  'articles-deleted',
  'deletion-undone',
  'import-undone',
  'import-redone',
  'wide-step-undone',
  'wide-step-redone',
  'reset-mailed',
  'codes-on',
  'codes-off',
  'recovery-codes-made',
  'passkey-added',
  'passkey-removed',
  'provider-linked',
  'provider-unlinked',
  'project-made',
  'project-copied',
  'project-archived',
  'project-restored',
  'way-switched',
  'sight-changed',
  'codings-split',
  'codebook-changed',
  'invited',
  'invitation-withdrawn',
  'joined',
  'role-changed',
  'member-removed',
  'left-project',
  'ownership-passed',
  'annotator-linked',
  'annotator-unlinked',
  'annotator-renamed',
  'ways-removed',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What a line of the log may tell beside who did what to whom. */
export const AUDIT_FACTS = [
  'way',
  'blind',
  'result',
  'names',
  'why',
  'role',
  'until',
  'email',
  'to',
  'count',
  'format',
  'articles',
  'version',
  'work',
] as const;

export type AuditFact = (typeof AUDIT_FACTS)[number];

/** What stands there in a word of ours; all else is a name, a number, an address or a time. */
export const AUDIT_WORDS = [
  'password',
  'code',
  'recovery',
  'passkey',
  'provider',
  'link',
  'together',
  'apart',
  'owner',
  'adjudicator',
  'coder',
  'reader',
  'taken',
  'keep',
  'take',
  'stranger',
  'unconfirmed',
  'closed',
  'true',
  'false',
] as const;

/** Something that was done, for the log. `details` are names and numbers, never words of an article. */
export interface AuditEntry {
  readonly action: AuditAction;
  /** The project that it was done in, whose owners read of it; absent for what concerns the desk. */
  readonly projectId?: string | undefined;
  /** Who did it; absent where nobody was signed in. */
  readonly accountId?: string | undefined;
  /** The id of what it was done to. */
  readonly subject?: string | undefined;
  readonly details?: Readonly<Partial<Record<AuditFact, string | number | boolean | null>>> | undefined;
  /** The network address that it was done from. */
  readonly address?: string | undefined;
}

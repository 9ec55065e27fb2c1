import type { Config } from '../config.ts';

/** What PostgreSQL's own program does for a backup or a restore, as it is typed; no password is shown. */
export function postgresqlCommand(
  what: 'backup' | 'restore',
  { directUrl, databaseUrl }: Pick<Config, 'directUrl' | 'databaseUrl'>,
  file = 'on-record.dump',
): string {
  const address = quoted(withoutPassword(directUrl ?? databaseUrl));
  const line =
    what === 'backup'
      ? `pg_dump --format=custom --file=${quoted(file)} --dbname=${address}`
      : `pg_restore --clean --if-exists --no-owner --single-transaction --dbname=${address} ${quoted(file)}`;
  const when =
    what === 'backup'
      ? 'PostgreSQL makes its own backups, whole even while desks are open:'
      : 'PostgreSQL restores its own backups. Stop the desks first, and start them again afterwards:';
  return `${when}\n\n  ${line}\n\nIt asks for the password, or reads it from PGPASSWORD or ~/.pgpass. Check the result with "onrecord verify".\n`;
}

function withoutPassword(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/?]*):[^@/?]*@/, '$1@');
}

/** For a shell. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

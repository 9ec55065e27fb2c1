// `postgresql://user@first:5432,second:5433/name?target_session_attrs=read-write`, as PostgreSQL's own programs read
// it. The driver knows one host alone.

/** Which servers will do: any, one that takes changes, or one that is no standby. */
export const SESSIONS = ['any', 'read-write', 'primary'] as const;
export type WantedSession = (typeof SESSIONS)[number];

export interface PostgresqlAddress {
  /** An address for each host, in the order in which they are tried. */
  readonly hosts: readonly [string, ...string[]];
  readonly session: WantedSession;
}

const PARTS = /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*)([^?]*)(?:\?(.*))?$/s;

/**
 * Reads the address of a database that one of several servers may hold. Where there are several and nothing is said,
 * one that takes changes is wanted. Throws a RangeError that does not repeat the address, for it holds a password.
 */
export function readPostgresqlAddress(url: string): PostgresqlAddress {
  const [, head = '', authority = '', path = '', query = ''] = PARTS.exec(url) ?? [];
  const asked = new URLSearchParams(query);
  const wanted = asked.get('target_session_attrs');
  asked.delete('target_session_attrs');
  const inQuery = authority === '' ? hostsInQuery(asked) : [];
  const places = inQuery.length > 0 ? inQuery : authority.split(',').map((host) => ({ host, fields: asked }));
  const [first, ...others] = places.map(({ host, fields }) => `${head}${host}${path}${queryFrom(fields)}`);
  const usual = places.length > 1 ? 'read-write' : 'any';
  const session = SESSIONS.find((name) => name === (wanted ?? usual));
  if (!session || !first || head === '')
    throw new RangeError(`target_session_attrs must be one of ${SESSIONS.join(', ')}`);
  return { hosts: [first, ...others], session };
}

interface Place {
  /** As it stands before the path. */
  readonly host: string;
  readonly fields: URLSearchParams;
}

function queryFrom(fields: URLSearchParams): string {
  return fields.size > 0 ? `?${fields}` : '';
}

/** `?host=first,second&port=5432,5433`; one port may stand for all. */
function hostsInQuery(asked: URLSearchParams): Place[] {
  const hosts = asked.get('host')?.split(',') ?? [];
  const ports = asked.get('port')?.split(',') ?? [];
  return hosts.map((host, at) => {
    const fields = new URLSearchParams(asked);
    fields.set('host', host);
    const port = ports[at] ?? ports[0];
    if (port) fields.set('port', port);
    return { host: '', fields };
  });
}

/** What may be said of an address: hosts and name, without who enters and by which password. */
export function spokenAddress(url: string): string {
  const [, , authority = '', path = ''] = PARTS.exec(url) ?? [];
  return `${authority || 'this machine'}${path}`;
}

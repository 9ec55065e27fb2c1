// Connections to PostgreSQL that give up in time: a server that is away, frozen or no longer the primary must not hold
// a request for longer than a person waits.

import pg from 'pg';
import { type PostgresqlAddress, readPostgresqlAddress, type WantedSession } from './postgresql-address.ts';

/** How long a connection may take to come, in ms. */
const CONNECT_LIMIT = 4000;

/** How long the server has to say itself that a statement took too long, before the connection is given up, in ms. */
const GRACE = 1000;

/** How long a transaction may stand still, in ms: as long as Prisma's client lets it last. */
const IDLE_LIMIT = 60_000;

/** In ms, unless the setting says otherwise: less than browsers wait for an answer. */
export const STATEMENT_LIMIT = 15_000;

const CONNECTION = {
  connectionTimeoutMillis: CONNECT_LIMIT,
  // A network that swallows everything is noticed by this alone.
  keepAlive: true,
  keepAliveInitialDelayMillis: 5000,
  application_name: 'onrecord',
};

/** `host` is the place of its host in the address. */
type HostClient = pg.Client & { readonly at: number };

/** Connections to whichever of the address's hosts will do. */
export class HostPool extends pg.Pool {
  readonly #hosts: PostgresqlAddress['hosts'];
  readonly #current: { at: number };

  constructor(url: string, statementLimit: number) {
    const { hosts, session } = readPostgresqlAddress(url);
    const current = { at: 0 };
    const limits = { ...CONNECTION, query_timeout: statementLimit + GRACE };
    class Client extends pg.Client {
      readonly at = current.at;
      constructor() {
        super({ ...limits, connectionString: hosts[current.at % hosts.length] ?? hosts[0] });
      }
    }
    const verify = (client: pg.PoolClient, done: (error?: Error) => void) => {
      prepare(client, session, statementLimit).then(() => done(), done);
    };
    super({ ...limits, max: 10, idleTimeoutMillis: 30_000, maxLifetimeSeconds: 1800, Client, verify });
    this.#hosts = hosts;
    this.#current = current;
    // A connection that is lost while nobody uses it; its host may be lost too. All of this pool are HostClients.
    this.on('error', (_error, client) => this.#leave((client as unknown as HostClient).at));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(done: ConnectCallback): void;
  override connect(done?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    if (!done) return this.#connectAnywhere();
    if (this.#hosts.length === 1) super.connect(done);
    else
      this.#connectAnywhere().then(
        (client) => done(undefined, client, (error) => client.release(error)),
        (error: Error) => done(error, undefined, () => {}),
      );
    return undefined;
  }

  /** Tries each host once, and the first again: it may have just come back as the primary. */
  async #connectAnywhere(): Promise<pg.PoolClient> {
    if (this.#hosts.length === 1) return super.connect();
    for (let tries = this.#hosts.length; ; tries--) {
      const { at } = this.#current;
      try {
        return await super.connect();
      } catch (error) {
        this.#leave(at);
        if (tries === 0) throw error;
      }
    }
  }

  #leave(at: number): void {
    if (this.#current.at === at) this.#current.at += 1;
  }
}

type ConnectCallback = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  release: (error?: Error | boolean) => void,
) => void;

/** One connection with no limits for statements, to the first host that will do; for what migrates. */
export async function connectClient(url: string): Promise<pg.Client> {
  const { hosts, session } = readPostgresqlAddress(url);
  let last: unknown;
  for (const host of hosts) {
    const client = new pg.Client({ ...CONNECTION, connectionString: host });
    // A connection that is lost fails the query that is under way, or the next one.
    client.on('error', () => {});
    try {
      await client.connect();
      await prepare(client, session, 0);
      return client;
    } catch (error) {
      last = error;
      await client.end().catch(() => {});
    }
  }
  throw last;
}

/** Throws where the server will not do. The limits are set by statements, since poolers know no others. */
async function prepare(client: pg.ClientBase, session: WantedSession, statementLimit: number): Promise<void> {
  const { rows } = await client.query<{ readonly writes: boolean; readonly primary: boolean }>(
    `SELECT current_setting('transaction_read_only') = 'off' AS "writes", NOT pg_is_in_recovery() AS "primary",
      set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $2, false)`,
    [String(statementLimit), String(IDLE_LIMIT)],
  );
  const [state] = rows;
  if (session === 'read-write' && !state?.writes) throw new Error('this server takes no changes');
  if (session === 'primary' && !state?.primary) throw new Error('this server is a standby');
}

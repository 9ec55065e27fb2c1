// PostgreSQL in WebAssembly behind a port, so that what talks to it is the same code that talks to a server. It has
// one session: a connection has it to itself from the first message of a query to the answer, or to the end of a
// transaction.

import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';

export interface Pglite {
  readonly url: string;
  close(): Promise<void>;
}

const MARK = 'application_name=pglite';

/** Whether a database is PGlite, which has one session: one connection cannot wait for another. */
export function isPglite(url: string): boolean {
  return url.endsWith(MARK);
}

/** Starts an empty PostgreSQL, in memory, on a free port of this machine. */
export async function startPglite(): Promise<Pglite> {
  const database = await PGlite.create();
  const session = new Session(database);
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    // However a connection ends, it ends for itself alone.
    const end = () => sockets.delete(socket.destroy());
    serve(socket, session).then(end, end);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `postgresql://postgres@127.0.0.1:${portOf(server.address())}/postgres?${MARK}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
      await database.close();
    },
  };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new TypeError('not listening on a port');
  return address.port;
}

/** Lets one connection at a time use the database. */
class Session {
  readonly #database: PGlite;
  #holder: Socket | undefined;
  readonly #waiting: (() => void)[] = [];

  constructor(database: PGlite) {
    this.#database = database;
  }

  async send(socket: Socket, messages: Uint8Array[]) {
    await this.#acquire(socket);
    try {
      for (const message of messages) socket.write(await this.#database.execProtocolRaw(message));
    } finally {
      if (!this.#database.isInTransaction()) this.#release();
    }
  }

  async end(socket: Socket) {
    if (this.#holder !== socket) return;
    await this.#database.exec('ROLLBACK');
    this.#release();
  }

  async #acquire(socket: Socket) {
    if (this.#holder === socket) return;
    while (this.#holder) await new Promise<void>((done) => this.#waiting.push(done));
    this.#holder = socket;
  }

  #release() {
    this.#holder = undefined;
    this.#waiting.shift()?.();
  }
}

async function serve(socket: Socket, session: Session) {
  try {
    let unsent: Buffer[] = [];
    for await (const message of messagesOf(socket)) {
      if (message.type === 'X') return;
      unsent.push(message.bytes);
      if (!ENDS_A_QUERY.has(message.type)) continue;
      await session.send(socket, unsent);
      unsent = [];
    }
  } finally {
    await session.end(socket);
  }
}

/** Start-up, simple query, synchronise: what the client waits for the answer to. */
const ENDS_A_QUERY = new Set(['', 'Q', 'S']);

interface Message {
  /** The letter that the message begins with; empty for the one that starts a connection. */
  readonly type: string;
  readonly bytes: Buffer;
}

async function* messagesOf(socket: Socket): AsyncGenerator<Message> {
  let buffer = Buffer.alloc(0);
  let started = false;
  for await (const chunk of socket) {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = started ? 1 : 0;
      if (buffer.length < head + 4) break;
      const length = head + buffer.readInt32BE(head);
      if (buffer.length < length) break;
      yield { type: buffer.toString('latin1', 0, head), bytes: buffer.subarray(0, length) };
      buffer = buffer.subarray(length);
      started = true;
    }
  }
}

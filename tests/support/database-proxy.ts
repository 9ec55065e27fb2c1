import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** How a database server is met behind a proxy. */
export type Behaviour = 'there' | 'away' | 'frozen';

export interface DatabaseProxy {
  /** `127.0.0.1:port` */
  readonly host: string;
  /** How many connections have come. */
  count(): number;
  /** `away` cuts every connection and takes no new one; `frozen` keeps all and passes nothing on. */
  become(behaviour: Behaviour): void;
}

/** Stands between the program and the server at `url`, for the test that runs. */
export async function startDatabaseProxy(url: string): Promise<DatabaseProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let behaviour: Behaviour = 'there';
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    if (behaviour === 'away') return void socket.destroy();
    const onward = connect(Number(port), hostname);
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => {});
      end.on('close', () => sockets.delete(end));
      if (behaviour === 'frozen') end.pause();
    }
    socket.on('data', (chunk) => behaviour === 'there' && onward.write(chunk));
    onward.on('data', (chunk) => behaviour === 'there' && socket.write(chunk));
    socket.on('end', () => onward.end());
    onward.on('end', () => socket.end());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A TCP server that listens has an address of this shape.
  const { port: own } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  onTestFinished(() => {
    cut();
    server.close();
  });
  return {
    host: `127.0.0.1:${own}`,
    count: () => count,
    become: (next) => {
      behaviour = next;
      if (next === 'away') cut();
    },
  };
}

/** An address with other hosts, `first:5432,second:5433`. */
export function atHosts(url: string, hosts: readonly string[], query = ''): string {
  return url.replace(/@[^/]*/, `@${hosts.join()}`) + query;
}

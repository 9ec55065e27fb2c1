import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a proxy does to what passes through it. */
export interface Weather {
  /** How long every answer to a POST is kept back, in ms. */
  readonly delay: number;
  /** Of how many POSTs one is done without its answer arriving; 0 loses none. */
  readonly lost: number;
}

export interface SlowProxy {
  readonly url: string;
  /** How many answers were cut so far. */
  cut(): number;
  close(): Promise<void>;
}

/**
 * Stands between a browser and a server. Browsers themselves send a request again whose connection was cut, which no
 * interception inside of the browser would show.
 */
export async function startSlowProxy(port: number, { delay, lost }: Weather): Promise<SlowProxy> {
  let posts = 0;
  let cuts = 0;
  const server = createServer((request, response) => {
    const isPost = request.method === 'POST';
    const isLost = isPost && lost > 0 && ++posts % lost === 0;
    const { method, url: path } = request;
    // The desk answers to its own address alone.
    const headers = { ...request.headers, host: `127.0.0.1:${port}` };
    const onward = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      const pass = () => {
        if (isLost) {
          cuts += 1;
          request.socket.destroy();
          answer.resume();
          return;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      };
      setTimeout(pass, isPost ? delay : 0);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A TCP server that listens has an address of this shape.
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut: () => cuts,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

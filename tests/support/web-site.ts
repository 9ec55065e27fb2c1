import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSignedCertificate } from './self-signed.ts';

/** A site of a test's own on 127.0.0.1. */
export interface WebSite {
  readonly url: string;
  readonly port: number;
  close(): void;
}

/** Serves what `answer` says on a free port. */
export function startSite(answer: RequestListener): Promise<WebSite> {
  return listening('http', createServer(answer));
}

/** The same with a certificate that nobody vouches for. */
export function startUntrustedSite(answer: RequestListener): Promise<WebSite> {
  return listening('https', createTlsServer(selfSignedCertificate(), answer));
}

async function listening(scheme: string, server: Server): Promise<WebSite> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A TCP server that listens has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `${scheme}://127.0.0.1:${port}`, port, close };
}

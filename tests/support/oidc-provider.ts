import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** What a provider says of somebody who signs in there under a name. */
export type Claims = Readonly<Record<string, unknown>>;

export interface TestProvider {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  /** What it says of people beside their name; may be changed at any time. */
  readonly claims: Map<string, Claims>;
  /** Signs somebody in there, as a browser would, and gives the address that they are sent back to. */
  signIn(address: URL | string, who: string): Promise<URL>;
  /** Says no there. */
  refuse(address: URL | string): Promise<URL>;
  /** Stops answering; `start` again answers at the same address. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const CLIENT = { clientId: 'desk', clientSecret: 'a-secret-of-the-desk-at-the-provider' };

/** A provider of sign-ins on this machine. It sends people back to `redirectUris` only. */
export async function startProvider(redirectUris: readonly string[]): Promise<TestProvider> {
  const claims = new Map<string, Claims>();
  const server = createServer((request, response) => handle(request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // A TCP server that listens has an address of this shape.
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const handle = makeProvider(issuer, redirectUris, claims).callback();
  return {
    issuer,
    client: CLIENT,
    claims,
    signIn: (address, who) => walk(address, (fields) => ({ ...fields, login: who, password: 'x' })),
    refuse: (address) => walk(address, 'abort'),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    start: async () => {
      await once(server.listen(port, '127.0.0.1'), 'listening');
    },
  };
}

function makeProvider(
  issuer: string,
  redirectUris: readonly string[],
  claims: Map<string, Claims>,
): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [...redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: async (_context, id) => ({
      accountId: id,
      claims: async () => ({ sub: id, ...claims.get(id) }),
    }),
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
    cookies: { keys: ['of-a-test'] },
  });
}

/** Goes through the pages of the provider until it sends the browser somewhere else. */
async function walk(
  begin: URL | string,
  fill: ((fields: Record<string, string>) => Record<string, string>) | 'abort',
): Promise<URL> {
  const cookies = new Map<string, string>();
  let address = new URL(begin);
  const { origin } = address;
  let form: Record<string, string> | undefined;
  for (let page = 0; page < 20; page += 1) {
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const text = await answer.text();
    const location = answer.headers.get('location');
    form = undefined;
    if (location) {
      address = new URL(location, address);
      if (address.origin !== origin) return address;
    } else if (fill === 'abort') {
      address = new URL(/href="([^"]*abort)"/.exec(text)?.[1] ?? '', address);
    } else {
      form = fill({ prompt: /name="prompt" value="(\w+)"/.exec(text)?.[1] ?? '' });
      address = new URL(/action="([^"]+)"/.exec(text)?.[1] ?? '', address);
    }
  }
  throw new Error('the provider leads nowhere');
}

import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '../../src/accounts/password.ts';
import type { Db } from '../../src/store/client.ts';
import type { Answer, RequestOptions, TestServer } from './web.ts';

/** Long enough, and of nobody's. */
export const PASSWORD = 'gravel lantern orbit seventeen';

let hash: Promise<string> | undefined;

/** Lets an account of the cast sign in, by `name` and PASSWORD. The hash is worked out once: it is meant to take long. */
export async function letSignIn(db: Db, accountId: string, name: string, isAdmin = false): Promise<void> {
  hash ??= hashPassword(PASSWORD);
  const key = name.includes('@') ? { email: name, emailKey: name } : { nameKey: name };
  await db.credential.create({ data: { accountId, passwordHash: await hash, isAdmin, ...key } });
}

/** An account of nobody's project, which can sign in. Gives its id. */
export async function newAccount(db: Db, name: string, isAdmin = false): Promise<string> {
  const id = uuidv7();
  await db.account.create({ data: { id, name } });
  await letSignIn(db, id, name.toLowerCase(), isAdmin);
  return id;
}

/** A browser: it keeps cookies, and says that what it sends comes from our own pages. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #server: Pick<TestServer, 'request'>;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(server: Pick<TestServer, 'request'>, headers: Readonly<Record<string, string>> = {}) {
    this.#server = server;
    this.#headers = headers;
  }

  async request(path: string, options: RequestOptions = {}): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.#server.request(path, {
      ...options,
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        ...(cookie && { Cookie: cookie }),
        ...this.#headers,
        ...options.headers,
      },
    });
    for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line);
    return answer;
  }

  /** Signs in by the form. */
  signIn(name: string, password: string = PASSWORD, next = '/'): Promise<Answer> {
    return this.request('/sign-in', { form: { name, password, next } });
  }

  /** The token of the cookie that signs in; undefined where there is none. */
  get token(): string | undefined {
    return [...this.cookies].find(([name]) => name.includes('session'))?.[1];
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /Expires=Thu, 01 Jan 1970/.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** A browser in which somebody has signed in. */
export async function signedIn(server: TestServer, name: string): Promise<Browser> {
  const browser = new Browser(server);
  const answer = await browser.signIn(name);
  if (answer.status !== 303) throw new Error(`${name} could not sign in: ${answer.status}`);
  return browser;
}

import type { Config } from '../config.ts';
import type { Language } from '../messages/language.ts';
import type { Database } from '../store/client.ts';
import type { AtDesk, OwnProject } from '../store/members.ts';
import type { FoundSignIn } from '../store/sign-ins.ts';
import type { Assets } from './assets.ts';
import type { Log } from './log.ts';

/** What the application is given to work with; every handler finds it in `response.locals`. */
export interface Dependencies {
  readonly database: Database;
  readonly config: Config;
  readonly log: Log;
  readonly assets: Assets;
  /** What the pages are in; English unless said otherwise. */
  readonly language?: Language;
}

declare global {
  namespace Express {
    interface Locals extends Dependencies {
      requestId: string;
      /** Who sends the request; for the handlers of routes. */
      atDesk: AtDesk;
      /** Where it is, once that is known. */
      project?: OwnProject;
      /** How they are signed in; absent in local mode. */
      signIn?: FoundSignIn;
    }
  }
}

// All that the pages need on which nobody is signed in.

import { startPasskeys } from './passkeys.ts';

startPasskeys();

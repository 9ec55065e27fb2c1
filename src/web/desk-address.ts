import type { Response } from 'express';
import { type PasskeyPlace, passkeyPlace } from '../accounts/passkey.ts';

/** Where browsers reach the desk: as the settings say, else as this one does, whose name for it was checked. */
export function deskAddress({ req: request, locals }: Response): URL {
  return new URL(locals.config.publicAddress ?? `http://${request.headers.host}`);
}

/** Where passkeys hold, for whoever asks; null where there can be none, as at `127.0.0.1`. */
export function deskPasskeys(response: Response): PasskeyPlace | null {
  return passkeyPlace(deskAddress(response));
}

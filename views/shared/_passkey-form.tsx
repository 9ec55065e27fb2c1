import type { ComponentChildren } from 'preact';
import { t } from '../../src/messages/language.ts';

export interface PasskeyFormProps {
  /** Makes a new passkey, or asks for one that is there. */
  readonly does: 'create' | 'get';
  /** Where the browser's answer goes. */
  readonly action: string;
  /** The address that gives a challenge. */
  readonly challenge: string;
  /** The rest of the form, with its button. */
  readonly children: ComponentChildren;
}

/** A form that the device answers. There is none without scripts: they show it where the browser can do it. */
export function PasskeyForm({ does, action, challenge, children }: PasskeyFormProps) {
  return (
    <form
      method="post"
      action={action}
      hidden
      data-passkey={does}
      data-challenge={challenge}
      data-stopped={t('ways.passkeyStopped')}
      data-known={t('ways.passkeyKnown')}
      data-failed={t('ways.passkeyFailed')}
    >
      <input type="hidden" name="credential" />
      {children}
      <p class="wrong" role="alert" data-passkey-problem />
    </form>
  );
}

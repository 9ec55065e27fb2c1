// Forms that a passkey answers (WebAuthn). The server draws them hidden; here they are shown where the browser can do it.

/** Fills such forms in by asking the device when they are sent. */
export function startPasskeys(): void {
  if (!('PublicKeyCredential' in window) || !('parseCreationOptionsFromJSON' in PublicKeyCredential)) return;
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void answer(form);
    });
  }
}

async function answer(form: HTMLFormElement): Promise<void> {
  const [button] = form.getElementsByTagName('button');
  say(form, '');
  if (button) button.disabled = true;
  try {
    const credential = form.elements.namedItem('credential');
    if (!(credential instanceof HTMLInputElement)) return;
    credential.value = JSON.stringify(await credentialFor(form));
    // Not by an event again: this time it is sent as it is.
    form.submit();
  } catch (error) {
    say(form, form.dataset[reasonOf(error)] ?? '');
  } finally {
    if (button) button.disabled = false;
  }
}

async function credentialFor(form: HTMLFormElement): Promise<unknown> {
  const answered = await fetch(form.dataset.challenge ?? '', { method: 'POST' });
  if (!answered.ok) throw new Error(`status ${answered.status}`);
  const options = await answered.json();
  const made =
    form.dataset.passkey === 'create'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
        });
  if (!(made instanceof PublicKeyCredential)) throw new Error('no passkey');
  return made.toJSON();
}

/** Which of the form's sentences says what went wrong. Browsers do not tell a refusal from time that has run out. */
function reasonOf(error: unknown): 'stopped' | 'known' | 'failed' {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'InvalidStateError') return 'known';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'stopped' : 'failed';
}

function say(form: HTMLFormElement, words: string): void {
  const place = form.querySelector('[data-passkey-problem]');
  if (place) place.textContent = words;
}

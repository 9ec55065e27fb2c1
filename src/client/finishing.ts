import { commands } from './commands.ts';

/** A coding is finished once all that was done to it is saved; until then the form waits. */
export function startFinishing(): void {
  document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (!(form instanceof HTMLFormElement) || form.id !== 'completion') return;
    if (commands().waiting.length === 0) return;
    event.preventDefault();
    const send = () => {
      if (commands().waiting.length > 0) return;
      document.removeEventListener('commands', send);
      // The swap of an answer may have drawn the form anew.
      const now = document.getElementById('completion');
      if (now instanceof HTMLFormElement) now.requestSubmit(submitterIn(now, submitter));
    };
    document.addEventListener('commands', send);
  });
}

function submitterIn(form: HTMLFormElement, pressed: HTMLElement | null): HTMLElement | null {
  if (pressed && form.contains(pressed)) return pressed;
  return form.querySelector('button');
}

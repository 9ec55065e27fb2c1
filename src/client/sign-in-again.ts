import { commands } from './commands.ts';
import { htmx, onHtmx, type RequestContext } from './htmx.ts';
import { keysRest } from './keys-rest.ts';
import type { Receipt } from './queue.ts';
import { swapFragments } from './transport.ts';

/** What the server answers where nobody is signed in, or somebody else. */
const NOT_SIGNED_IN = 401;

/** What htmx could not send since nobody was signed in, in order; sent again by the same elements. */
let notSent: RequestContext[] = [];

/**
 * Has somebody whose sign-in has ended sign in over the page on which they are: nothing that was done since is lost, and
 * all goes on where it stopped.
 */
export function startSignInAgain(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#sign-in-dialog');
  const person = document.body.dataset.person;
  if (!dialog || person === undefined) return;
  onHtmx('htmx:config:request', ({ request }) => {
    request.headers['Of-Person'] = person;
  });
  document.addEventListener('commands', (event) => {
    if (commands().trouble === NOT_SIGNED_IN) void ask(dialog, person);
    // Saved after all: somebody has signed in in another tab.
    else if (dialog.open && hasSaved(event)) goOn(dialog);
  });
  onHtmx('htmx:response:error', (context) => {
    if (context.response?.status !== NOT_SIGNED_IN || dialog.contains(context.sourceElement)) return;
    // As it was asked for: the answer, which htmx draws next, goes elsewhere.
    const asked = { ...context };
    notSent = [...notSent.filter(({ sourceElement }) => sourceElement !== asked.sourceElement), asked];
    void ask(dialog, person);
  });
  document.addEventListener('signed-out', () => void ask(dialog, person));
  document.addEventListener('signed-in', () => goOn(dialog));
  // Signed in meanwhile in another tab, perhaps, or in another window beside this one.
  document.addEventListener('visibilitychange', () => lookAgain(dialog, person));
  window.addEventListener('focus', () => lookAgain(dialog, person));
}

/** Whether a command has just been done; only the queue sends this event, with the receipt of what was done. */
function hasSaved(event: Event): boolean {
  return (event as CustomEvent<Receipt | null>).detail !== null;
}

function lookAgain(dialog: HTMLDialogElement, person: string): void {
  if (document.visibilityState === 'visible' && dialog.open) void look(dialog, person);
}

let isAsking = false;

async function ask(dialog: HTMLDialogElement, person: string): Promise<void> {
  if (dialog.open || isAsking) return;
  isAsking = true;
  // What is typed blind would end in the field for the password instead of the work.
  await keysRest();
  const form = await look(dialog, person);
  if (form !== null) {
    await swapFragments(form);
    await keysRest();
    dialog.showModal();
  }
  isAsking = false;
}

/** The form to sign in with; null where it is not needed any more, or the server is away too: the next try asks again. */
async function look(dialog: HTMLDialogElement, person: string): Promise<string | null> {
  try {
    const address = `/sign-in?person=${encodeURIComponent(person)}`;
    const response = await fetch(address, { headers: { 'HX-Request': 'true' } });
    const form = await response.text();
    if (response.headers.get('HX-Trigger') === 'signed-in') goOn(dialog);
    else if (response.ok) return form;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return null;
}

function goOn(dialog: HTMLDialogElement): void {
  dialog.close();
  dialog.replaceChildren();
  // It says that nobody is signed in.
  document.getElementById('notice')?.replaceChildren();
  const again = notSent;
  notSent = [];
  for (const context of again) sendAgain(context);
  commands().start();
}

function sendAgain({ sourceElement, target, swap, request }: RequestContext): void {
  if (!sourceElement.isConnected) return;
  const form = request.method === 'GET' ? null : sourceElement.closest('form');
  if (sourceElement instanceof HTMLFormElement) sourceElement.requestSubmit(buttonOf(request));
  else if (form) form.requestSubmit(buttonOf(request));
  else void htmx.ajax(request.method, request.action, { source: sourceElement, target, swap });
}

function buttonOf({ submitter }: RequestContext['request']): HTMLElement | null {
  return submitter?.isConnected ? submitter : null;
}

import { htmx, onHtmx, type RequestContext } from './htmx.ts';

/** Requests that changed nothing because no answer came; they are kept until they have been sent again. */
const unsent: { context: RequestContext; body: FormData }[] = [];
const bodies = new WeakMap<RequestContext, FormData>();
let underWay = 0;
let resent: FormData | null = null;
let later: ReturnType<typeof setTimeout> | undefined;

/** Says in words whether the work is saved, keeps what could not be sent, and warns before it would be lost. */
export function startSaveState(): void {
  onHtmx('htmx:config:request', (context) => {
    if (context.request.method === 'GET') return;
    // A request that is sent again says what it said the first time, whatever the page shows by now.
    if (resent) context.request.body = resent;
    if (context.request.body instanceof FormData) bodies.set(context, copy(context.request.body));
  });
  onHtmx('htmx:before:request', (context) => {
    if (context.request.method === 'GET') return;
    useLatestVersion(context);
    underWay++;
    sayLater('Saving…');
  });
  onHtmx('htmx:finally:request', (context) => {
    if (context.request.method !== 'GET') settle(context);
  });
  document.getElementById('try-again')?.addEventListener('click', tryAgain);
  window.addEventListener('beforeunload', (event) => {
    if (underWay > 0 || unsent.length > 0) event.preventDefault();
  });
}

function settle(context: RequestContext): void {
  underWay = Math.max(0, underWay - 1);
  const status = context.response?.status;
  if (status === undefined || status >= 500) return keep(context, status);
  if (status === 409) return say('Not saved: it was changed in the meantime.', 'wrong');
  if (status >= 400) return say('Not saved: see the message.', 'wrong');
  if (underWay === 0 && unsent.length === 0) say('Saved');
}

function keep(context: RequestContext, status: number | undefined): void {
  const body = bodies.get(context);
  if (body) unsent.push({ context, body });
  say(`Not saved: the server ${status === undefined ? 'did not answer' : 'failed'}.`, 'wrong');
  showTryAgain(true);
}

async function tryAgain(): Promise<void> {
  const waiting = unsent.splice(0);
  showTryAgain(false);
  for (const { context, body } of waiting) {
    resent = body;
    const { method, action } = context.request;
    const source = context.sourceElement.isConnected ? context.sourceElement : document.body;
    await htmx.ajax(method as 'POST', action, { source, swap: 'none' }).finally(() => {
      resent = null;
    });
  }
}

/**
 * A request that waited behind another was filled in before that one was answered: it goes out with the version that
 * the answer has left on the page, since that is what the person saw.
 */
function useLatestVersion({ sourceElement, request }: RequestContext): void {
  const field = sourceElement.closest('form')?.querySelector<HTMLInputElement>('input[name=version][id]');
  if (field && request.body?.has('version')) request.body.set('version', field.value);
}

/** What is over in a moment is not worth saying, least of all by a screen reader. */
function sayLater(words: string): void {
  say('');
  later = setTimeout(say, 400, words);
}

function say(words: string, kind = ''): void {
  clearTimeout(later);
  const place = document.getElementById('save-state');
  if (!place) return;
  place.textContent = words;
  place.className = `saved ${kind}`;
}

function showTryAgain(isShown: boolean): void {
  const button = document.getElementById('try-again');
  if (button) button.hidden = !isShown;
}

function copy(body: FormData): FormData {
  const copied = new FormData();
  for (const [name, value] of body) copied.append(name, value);
  return copied;
}

import { pointerReleased } from './held-pointer.ts';
import { htmx } from './htmx.ts';
import { t } from './messages.ts';
import type { Command, Outcome, Receipt, Refusal } from './queue.ts';
import { heldBy } from './refusals.ts';

/** How long the server may take to answer, in ms. */
const TIMEOUT = 20_000;

/** What browsers let a request hold that outlives its page, in bytes; a margin is left for the headers. */
const MAX_KEPT_ALIVE = 60_000;

/**
 * Sends a command as the form of its address would be sent. An answer without its receipt was cut off: it is
 * none.
 */
export async function sendCommand(command: Command): Promise<Outcome> {
  const body = bodyOf(command).toString();
  try {
    const response = await fetch(addressOf(command), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'HX-Request': 'true',
        // What is another's by now is not saved as theirs.
        'Of-Person': document.body.dataset.person ?? '',
      },
      body,
      keepalive: body.length < MAX_KEPT_ALIVE,
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const text = await response.text();
    await pointerReleased();
    return outcomeOf(command, response, text);
  } catch (error) {
    if (isUnanswered(error)) return unanswered(null);
    throw error;
  }
}

/** Fetches fragments of the page; null where no answer came, or not all of it, or none that could be drawn. */
export async function fetchFragments(
  address: string,
): Promise<{ readonly text: string; readonly headers: Headers } | null> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const response = await fetch(address, { headers: { 'HX-Request': 'true' }, signal });
    const text = await response.text();
    if (response.status === 401) document.dispatchEvent(new CustomEvent('signed-out'));
    if (!response.ok || !receiptOf(text)) return null;
    return { text: text.replace(RECEIPT, ''), headers: response.headers };
  } catch (error) {
    if (isUnanswered(error)) return null;
    throw error;
  }
}

/** What fetch throws where no answer came, or not all of it, in time. */
function isUnanswered(error: unknown): boolean {
  return error instanceof TypeError || error instanceof DOMException;
}

/** Where a command goes. */
export function addressOf({ kind, articleId, annotationId }: Command): string {
  const article = `/articles/${articleId}`;
  switch (kind) {
    case 'tag':
      return `${article}/annotations`;
    case 'edit':
    case 'delete':
      return `/annotations/${annotationId}`;
    case 'nothing':
      return `${article}/sentence-marks`;
    case 'accept':
    case 'accept-all':
      return `${article}/acceptances`;
    case 'dismiss':
      return `${article}/dismissals`;
    case 'undo':
    case 'redo':
      return `${article}/${kind}`;
  }
}

function bodyOf({ key, kind, fields, version }: Command): URLSearchParams {
  const body = new URLSearchParams({ request_key: key });
  if (kind === 'edit') body.set('_method', 'PATCH');
  if (kind === 'delete') body.set('_method', 'DELETE');
  if (version !== null) body.set('version', String(version));
  for (const [name, value] of fields) body.append(name, value);
  return body;
}

function outcomeOf(command: Command, response: Response, text: string): Outcome {
  const { status } = response;
  if (status >= 500 || status === 429 || status === 401)
    return unanswered(status, response.headers.get('Retry-After'));
  if (status >= 400) {
    const apply = () => drawRefusal(response, text);
    const refusal = refusalOf(command, status, text);
    return refusal ? { is: 'refused', refusal, apply } : { is: 'impossible', apply };
  }
  const receipt = receiptOf(text);
  if (!receipt) return unanswered(null);
  return { is: 'done', receipt, apply: () => draw(response, text) };
}

function unanswered(status: number | null, retryAfter: string | null = null): Outcome {
  const seconds = Number.parseInt(retryAfter ?? '', 10);
  return { is: 'unanswered', status, retryAfter: Number.isNaN(seconds) ? null : seconds * 1000 };
}

const RECEIPT = /<!--receipt (\{.*\})-->$/;

/** The last of every answer to a command; the server writes it in `src/web/receipt.ts`. */
function receiptOf(text: string): Receipt | null {
  const written = RECEIPT.exec(text)?.[1];
  // Only the server writes it, whole or not at all.
  return written ? (JSON.parse(written) as Receipt) : null;
}

/** What a person may still decide on; what cannot be done at all is only said. */
function refusalOf({ kind }: Command, status: number, text: string): Refusal | null {
  const holds = heldBy(kind, status);
  if (!holds) return null;
  if (status === 404 && holds === 'article') return { status, sentence: t('desk.outOfReach'), holds };
  return { status, sentence: sentenceIn(fragmentOf(text)) || t('desk.refused'), holds };
}

/** A notice, or else what stands beside the first field that is wrong. */
function sentenceIn(answer: DocumentFragment): string | undefined {
  const said = [...answer.querySelectorAll('p'), ...answer.children];
  return said.map(({ textContent }) => textContent?.trim()).find(Boolean);
}

function draw(response: Response, text: string): void {
  const address = response.headers.get('HX-Redirect');
  if (address) setNextPage(address);
  else if (response.headers.get('HX-Refresh') === 'true') setNextPage(location.href);
  else void swapFragments(text);
}

function drawRefusal(response: Response, text: string): void {
  const target = response.headers.get('HX-Retarget');
  if (target) document.querySelector(target)?.replaceChildren(...fragmentOf(text).childNodes);
  else draw(response, text);
}

function fragmentOf(text: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = text;
  return template.content;
}

/** Puts each fragment of an answer where it says; what is not on this page is passed over. */
export function swapFragments(text: string): Promise<void> {
  const { body } = document;
  return htmx.swap({ text, sourceElement: body, target: body, swap: 'none' });
}

let next: string | null = null;

/** Says which page to go to once nothing waits to be saved on this one. */
export function setNextPage(address: string): void {
  next = address;
}

/** The page to go to once nothing waits to be saved on this one. */
export function nextPage(): string | null {
  return next;
}

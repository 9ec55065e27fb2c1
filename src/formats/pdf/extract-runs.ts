import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { UnreadableFileError } from '../../domain/errors.ts';
import { t } from '../../messages/language.ts';
import { threadClock, watchThread } from '../reading/watch-thread.ts';
import { EXTRACT_THREAD } from './extract-thread.ts';

/** A run of words as pdf.js gives it. `transform` is PDF's text matrix: `[a, b, c, d, x, y]`, y upwards. */
export interface Run {
  readonly text: string;
  readonly width: number;
  readonly transform: readonly number[];
  readonly font: string;
}

/**
 * One page: its box (`[left, bottom, right, top]`, points) and its runs in the order in which they are drawn.
 */
export interface RunPage {
  readonly view: readonly number[];
  readonly items: readonly Run[];
}

/** What a PDF holds as text. `title` and `author` are its information entries, often empty. */
export interface ExtractedPdf {
  readonly pages: readonly RunPage[];
  readonly title: string;
  readonly author: string;
}

/** How much is read of one file. */
export interface ExtractLimits {
  readonly maxPages: number;
  /** In UTF-16 code units. */
  readonly maxCharacters: number;
  /** In ms of the thread's processor time; a file that takes more is given up. */
  readonly maxTime: number;
}

type Message =
  | { readonly kind: 'begun'; readonly thread: string | undefined }
  | ({ readonly kind: 'page' } & RunPage)
  | { readonly kind: 'end'; readonly info: { readonly title: string; readonly author: string } }
  | { readonly kind: 'too-many-pages'; readonly pages: number }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'failed'; readonly name: string };

/** A PDF of some megabytes can unfold to gigabytes: more than this much new memory is no article. */
const MAX_MEMORY_BYTES = 1_000_000_000;

/**
 * Reads the runs of words of a PDF, in a thread of their own that ends with the reading, however hostile the
 * file is. Throws an UnreadableFileError for a file that is broken, locked by a password, or beyond `limits`.
 */
export async function extractRuns(bytes: Uint8Array, limits: ExtractLimits): Promise<ExtractedPdf> {
  const thread = startThread(bytes, limits);
  try {
    return await resultOf(thread, limits);
  } finally {
    await thread.terminate();
  }
}

const require = createRequire(import.meta.url);

function startThread(bytes: Uint8Array, { maxPages, maxCharacters }: ExtractLimits): Worker {
  return new Worker(EXTRACT_THREAD, {
    eval: true,
    workerData: { unpdf: require.resolve('unpdf'), bytes: new Uint8Array(bytes), maxPages, maxCharacters },
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    stdout: true,
    stderr: true,
  });
}

function resultOf(thread: Worker, { maxPages, maxTime }: ExtractLimits): Promise<ExtractedPdf> {
  return new Promise((resolve, reject) => {
    const pages: RunPage[] = [];
    const refuse = (reason: string) => reject(new UnreadableFileError(reason));
    let stopWatching = () => {};
    const watch = (name: string | undefined) => {
      const limits = { processorTime: maxTime, memory: MAX_MEMORY_BYTES };
      stopWatching = watchThread(threadClock(name), limits, () => refuse(t('file.pdfWork')));
    };
    // Nobody but the text of extract-thread.ts posts here.
    thread.on('message', (message: Message) => {
      if (message.kind === 'begun') watch(message.thread);
      else if (message.kind === 'page') pages.push(message);
      else if (message.kind === 'end') resolve({ pages, ...message.info });
      else refuse(reasonOf(message, maxPages));
    });
    thread.on('error', () => refuse(t('file.pdfWork')));
    thread.on('exit', () => {
      stopWatching();
      refuse(t('file.pdfBroken'));
    });
  });
}

function reasonOf(message: Exclude<Message, { kind: 'begun' | 'page' | 'end' }>, maxPages: number): string {
  if (message.kind === 'too-many-pages') {
    return t('file.pdfPages', { pages: message.pages, most: maxPages });
  }
  if (message.kind === 'too-long') return t('file.pdfTooLong');
  return message.name === 'PasswordException' ? t('file.pdfPassword') : t('file.pdfBroken');
}

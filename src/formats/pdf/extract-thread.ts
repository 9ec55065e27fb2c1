/**
 * What the thread runs that reads a PDF: it tells its name, and answers with one message for each page and one at the
 * end. It
 * stands here as text, since Node 20 can start a thread neither from TypeScript nor from a file that a bundle
 * has swallowed.
 *
 * A thread of its own, since a hostile file can keep pdf.js busy for as long as it likes in one call that
 * nothing interrupts but the end of its thread, and since pdf.js adds to the global objects of the thread
 * that loads it.
 */
export const EXTRACT_THREAD = `
const { readlinkSync } = require('node:fs');
const { parentPort, workerData } = require('node:worker_threads');

parentPort.postMessage({ kind: 'begun', thread: nameOfThisThread() });

async function extract() {
  const { getDocumentProxy } = require(workerData.unpdf);
  const pdf = await getDocumentProxy(workerData.bytes, {
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const { numPages } = pdf;
  if (numPages > workerData.maxPages) return { kind: 'too-many-pages', pages: numPages };
  let characters = 0;
  for (let number = 1; number <= numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) characters += item.str.length;
    if (characters > workerData.maxCharacters) return { kind: 'too-long' };
    parentPort.postMessage({ kind: 'page', view: page.view, items: items.map(toRun) });
    page.cleanup();
  }
  return { kind: 'end', info: await infoOf(pdf) };
}

// As in watch-thread.ts.
function nameOfThisThread() {
  try {
    return readlinkSync('/proc/thread-self');
  } catch {
    return undefined;
  }
}

function toRun({ str, width, transform, fontName }) {
  return { text: str, width, transform, font: fontName };
}

async function infoOf(pdf) {
  const { info } = await pdf.getMetadata();
  const { Title, Author } = info ?? {};
  return { title: typeof Title === 'string' ? Title : '', author: typeof Author === 'string' ? Author : '' };
}

extract().then(
  (end) => parentPort.postMessage(end),
  (error) => parentPort.postMessage({ kind: 'failed', name: String(error?.name) }),
);
`;

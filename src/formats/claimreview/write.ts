import type { ExportSource } from '../record.ts';
import { byteChunks } from '../writing/byte-chunks.ts';
import { claimReviewOf, REVIEWED_TAG } from './claim-review.ts';

/**
 * Writes one JSON-LD document with a ClaimReview for each claim, in chunks of about 64 KB. Other annotations are passed
 * over.
 */
export function writeClaimReviews(source: ExportSource): AsyncGenerator<Uint8Array> {
  return byteChunks(graphPieces(source));
}

async function* graphPieces(source: ExportSource): AsyncGenerator<string> {
  yield '{\n"@context": "https://schema.org",\n"@graph": [';
  let separator = '\n';
  for await (const batch of source.annotations()) {
    for (const record of batch) {
      if (record.tag !== REVIEWED_TAG) continue;
      yield separator + jsonText(claimReviewOf(record));
      separator = ',\n';
    }
  }
  yield '\n]\n}\n';
}

/** JSON that may also be pasted into a page's script element, whose end no text in it can write. */
function jsonText(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

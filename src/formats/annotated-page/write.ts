import type { Codebook } from '../../domain/codebook/codebook.ts';
import { inSentence } from '../../domain/tag.ts';
import type { ExportSource } from '../record.ts';
import { byteChunks } from '../writing/byte-chunks.ts';
import { articleSection } from './article-section.ts';
import { escapeHtml } from './escape-html.ts';
import { classOf, styleFor } from './style.ts';
import { summaryTable } from './summary.ts';

/**
 * Writes one page that needs nothing else and runs nothing, in chunks of about 64 KB, one article in memory
 * at a time. The source is read twice: for the table at the top, and for the articles.
 */
export function writeHtml(source: ExportSource): AsyncGenerator<Uint8Array> {
  return byteChunks(pagePieces(source));
}

async function* pagePieces(source: ExportSource): AsyncGenerator<string> {
  yield head(source.project.name, source.codebook);
  yield* summaryTable(source);
  let place = 0;
  for await (const records of source.articles()) yield* articleSection(records, source.codebook, ++place);
  yield '</main>\n</body>\n</html>\n';
}

function head(project: string, codebook: Codebook): string {
  const legend = codebook.tags.map(({ key, name, letter }) => {
    return `<li><mark class="${classOf(key)}">${letter} ${escapeHtml(inSentence(name))}</mark></li>`;
  });
  const [first] = codebook.tags;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(project)}: annotated articles</title>
<style>${styleFor(codebook)}</style>
</head>
<body>
<header>
<h1 dir="auto">${escapeHtml(project)}</h1>
<p>Annotated articles. A reference such as ${first?.letter ?? ''}1 leads from the marked words to what is known of them, and back.</p>
<ul class="legend">${legend.join('')}</ul>
</header>
<main>
`;
}

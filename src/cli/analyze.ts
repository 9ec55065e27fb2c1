import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { UnreadableTextError } from '../domain/errors.ts';
import { decodeText } from '../formats/reading/decode-text.ts';
import { analyzeText } from '../text/analyze.ts';
import { readFrontMatter } from '../text/front-matter.ts';
import { normaliseText } from '../text/normalise.ts';
import { structureOf } from '../text/structure.ts';
import { analysisLine } from './analysis-line.ts';
import type { Command, Surroundings } from './command.ts';
import { isFileError, problemOf } from './find-files.ts';
import { exitCodeFor, writeOut } from './write-out.ts';

export const command: Command = {
  usage: `[FILE…] [--jsonl]

Prints the front matter, headings and numbered sentences of text files; without a file, or with -, reads standard input.

  --jsonl  reads lines of JSON {"id", "text", "language"?} instead, and writes a line of JSON for each in the same order:
           {"id", "sentences": [{"start", "end", "claim_score"}], "suggestions": [{"tag", "parts": [[start, end]], …}]}
           Offsets are UTF-16 code units of the text as it was given, ends exclusive.`,
  async run(args, surroundings) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { jsonl: { type: 'boolean', default: false } },
    });
    const files = positionals.length > 0 ? positionals : ['-'];
    const tally: Tally = { done: 0, refused: 0 };
    const read = values.jsonl ? analysedLines : sentencesOf;
    await writeOut(surroundings.output, read(files, tally, surroundings), surroundings);
    return exitCodeFor(tally.done, tally.refused);
  },
};

interface Tally {
  done: number;
  refused: number;
}

/** UTF-16 code units, about, in each piece of the output; documents are answered one by one. */
const PIECE = 65_536;

const documentSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language: z.string().nullish(),
});

async function* analysedLines(files: readonly string[], tally: Tally, { errors }: Surroundings) {
  let piece = '';
  for (const file of files) {
    let number = 0;
    for await (const line of createInterface({
      input: streamOf(file),
      crlfDelay: Number.POSITIVE_INFINITY,
    })) {
      number++;
      if (line.trim() === '') continue;
      const document = parseDocument(line);
      if (document) {
        tally.done++;
        const analysis = analyzeText(document.text, document.language);
        piece += analysisLine(document.id, analysis, document.text);
      } else {
        tally.refused++;
        const place = file === '-' ? `line ${number}` : `${file}, line ${number}`;
        errors.write(`onrecord: ${place}: this is not a JSON object with "id" and "text".\n`);
      }
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

function streamOf(file: string) {
  return file === '-' ? process.stdin : createReadStream(file);
}

function parseDocument(line: string): z.infer<typeof documentSchema> | undefined {
  try {
    return documentSchema.safeParse(JSON.parse(line.replace(/^\uFEFF/, ''))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function* sentencesOf(files: readonly string[], tally: Tally, { errors }: Surroundings) {
  for (const file of files) {
    try {
      const content = await (file === '-' ? buffer(process.stdin) : readFile(file));
      if (files.length > 1) yield `${tally.done > 0 ? '\n' : ''}== ${file}\n\n`;
      yield readable(normaliseText(decodeText(content)));
      tally.done++;
    } catch (error) {
      if (!(error instanceof UnreadableTextError || isFileError(error))) throw error;
      tally.refused++;
      const problem = isFileError(error) ? problemOf(error) : error.message;
      errors.write(`onrecord: ${file}: ${problem}\n`);
    }
  }
}

/** Front matter, then block by block the headings and the sentences under their numbers. */
function readable(whole: string): string {
  const { frontMatter, body } = readFrontMatter(whole);
  const text = normaliseText(body);
  const { blocks, sentences } = structureOf(text);
  const flat = ({ start, end }: { start: number; end: number }) =>
    text.slice(start, end).replaceAll(/\s+/g, ' ');
  const width = String(sentences.length).length;
  const shown = blocks.map((block, index) => {
    if (block.kind === 'heading') return `${'#'.repeat(block.level ?? 1)} ${flat(block)}\n`;
    return sentences
      .flatMap((sentence, at) =>
        sentence.block === index ? [`${String(at + 1).padStart(width)}  ${flat(sentence)}\n`] : [],
      )
      .join('');
  });
  const fields = Object.entries(frontMatter).map(([name, value]) => `${name}: ${value}\n`);
  return [fields.join(''), ...shown].filter((part) => part !== '').join('\n');
}

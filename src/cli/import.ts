import { parseArgs } from 'node:util';
import { type Codebook, DEFAULT_CODEBOOK } from '../domain/codebook/codebook.ts';
import { ANNOTATOR_CHOICES } from '../domain/import.ts';
import { labelChoices, labelName } from '../domain/label-mapping.ts';
import { encodingNamed, KNOWN_ENCODINGS } from '../import/articles/source.ts';
import { type Command, type ExitCode, UsageError } from './command.ts';
import { importAnnotations } from './import-annotations.ts';
import { importArticles } from './import-articles.ts';
import type { CommandImport, ImportArguments } from './import-task.ts';
import { sortInput } from './sort-input.ts';
import { atProject, withDatabase } from './with-database.ts';
import { exitCodeFor } from './write-out.ts';

const USUAL_CHOICES = labelChoices(DEFAULT_CODEBOOK).join(', ');

export const command: Command = {
  usage: `FILE…|FOLDER…|ADDRESS… [--json] [--project SLUG] [--label LABEL=CHOICE]… [--annotators WHOSE] [--complete] [--article ID] [--encoding NAME]

Imports articles (text, Markdown, HTML, Word, PDF, tables of articles, archives, web addresses) and annotations (CSV,
JSON Lines, W3C, doccano, Label Studio, brat, INCEpTION, CoNLL, spaCy, Argilla, Prodigy, Hypothesis, Recogito, REFI-QDA,
Taguette, QualCoder). Formats are detected.
Folders are searched; - is standard input. Articles are imported first, so that annotations find them. What is
already stored is skipped, so an import that was stopped can simply be run again.

  --json                 a line of JSON an article: file, id, title, sentences, duplicate; and for each file of
                         annotations: file, import, sums
  --project SLUG         the project to import into; without it, the first
  --label LABEL=CHOICE   what a label becomes: ${USUAL_CHOICES}, or a tag of the project's own; without it, decided by its name
  --annotators WHOSE     ${ANNOTATOR_CHOICES.join(' or ')}: who is credited: the annotators named in the file (never a person who works here), or you; without it, named
  --complete             the files of annotations are complete: sentences without a tag hold nothing, and codings are done
  --article ID           the article that the annotations are about, where their file has no text and names no article in the project
  --encoding NAME        the encoding of text files, such as windows-1250; without it, detected`,
  async run(args, surroundings) {
    const wanted = readArguments(args);
    return withDatabase(surroundings, async (database, config) => {
      const { project } = await atProject(database, wanted.project);
      const { member, codebook } = project;
      checkChoices(wanted, codebook);
      return importAll({ ...wanted, database, member, codebook, config, surroundings });
    });
  },
};

function checkChoices({ labels }: ImportArguments, codebook: Codebook): void {
  const choices = labelChoices(codebook);
  const wrong = Object.entries(labels).find(([, choice]) => !choices.includes(choice));
  if (wrong)
    throw new UsageError(`"${wrong.join('=')}" is not LABEL=CHOICE, where CHOICE is ${choices.join(', ')}`);
}

function readArguments(args: string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      project: { type: 'string' },
      label: { type: 'string', multiple: true, default: [] },
      annotators: { type: 'string', default: 'named' },
      complete: { type: 'boolean', default: false },
      article: { type: 'string' },
      encoding: { type: 'string' },
    },
  });
  if (positionals.length === 0) throw new UsageError('name the files to import');
  const annotators = ANNOTATOR_CHOICES.find((choice) => choice === values.annotators);
  if (!annotators) throw new UsageError(`--annotators is ${ANNOTATOR_CHOICES.join(' or ')}`);
  const encoding = encodingNamed(values.encoding?.toLowerCase());
  if (values.encoding && !encoding)
    throw new UsageError(`--encoding is one of ${KNOWN_ENCODINGS.join(', ')}`);
  const labels = Object.fromEntries(values.label.map(readLabel));
  const { json, project, complete, article } = values;
  return { paths: positionals, json, project, labels, annotators, complete, article, encoding };
}

function readLabel(written: string) {
  const at = written.lastIndexOf('=');
  if (at < 1) throw new UsageError(`"${written}" is not LABEL=CHOICE`);
  return [labelName(written.slice(0, at)), written.slice(at + 1)] as const;
}

async function importAll(task: CommandImport): Promise<ExitCode> {
  const input = sortInput(task.paths, { maxBytes: task.config.maxImportBytes });
  const articles = await importArticles(task, input.articles());
  const annotations = await importAnnotations(task, input.annotations());
  const taken = articles.taken + annotations.taken;
  const refused = articles.refused + annotations.refused;
  return exitCodeFor(taken, refused);
}

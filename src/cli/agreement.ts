import { UnreadableFileError } from '../domain/errors.ts';
import { measureRows } from './agreement-figures.ts';
import { askedBy, LEVELS, RATING_MEASURES, UNIT_MEASURES } from './agreement-options.ts';
import { agreementJson, agreementText } from './agreement-report.ts';
import { readTableFile, TableError } from './agreement-table.ts';
import { type Command, EXIT } from './command.ts';
import { isFileError, problemOf } from './find-files.ts';
import { writeOut } from './write-out.ts';

export const command: Command = {
  usage: `FILE --measure MEASURE [--level LEVEL] [--units --length N] [--json]

Measures how far coders agree, from any CSV file, or - for standard input. Nothing is stored and no database is opened.

A table of ratings has a row for each item and a column for each coder; an empty cell is missing. The first row may hold
names. A column "item" is left out; a column "article" says what belongs together. Measures of it:
  ${RATING_MEASURES.join(', ')}

  --level LEVEL       for alpha: ${LEVELS.join(', ')};
                      cohen and gwet-ac2 weigh by it: nominal not, ordinal linear, interval quadratic
  --weights WEIGHTS   for cohen and gwet-ac2: identity, linear, quadratic, ordinal, ratio
  --categories A,B,…  all that could be chosen, the lowest first: for measures that count them, and the order of words
  --missing WORD      a word that means "missing", as NA; may be given several times
  --header            the first row holds names, whatever they look like; --no-header: it is an item

A list of units (--units) has the columns coder, start, end (exclusive) and label, and if there are several articles,
article and length. A row without start and end names a coder who has marked nothing. Measures of it:
  ${UNIT_MEASURES.join(', ')}

  --length N          how long the text is; alpha-u and u-alpha need it
  --start N           where it begins, if not at 0
  --overlap SHARE     from which overlap on span-f1 takes two spans for the same, beside those that are exactly so (0.5)
  --alpha A --beta B  how much places and labels weigh in gamma (1 and 1)

Both:
  --article COLUMN    the column that names the article, if it is called otherwise
  --seed N            for resampling and gamma's chance: the same seed gives the same figures (1)
  --resamples N       how many resamples the interval is made of (2000)
  --width W           says also how many articles an interval of this width needs
  --json              {"measure", "value", "reason", "observed", "expected", "interval", "items", "coders", …} instead

Where a measure is not defined, its value is null and a reason is given. docs/agreement.md explains the measures.`,
  async run(args, surroundings) {
    const asked = askedBy(args);
    const { rows, hasCommas } = await inFile(asked.file, () => readTableFile(asked.file));
    const findings = await inFile(asked.file, async () => measureRows(rows, hasCommas, asked));
    const report = asked.isJson ? agreementJson(asked, findings) : agreementText(asked, findings);
    await writeOut(surroundings.output, once(report), surroundings);
    return EXIT.done;
  },
};

/** What is wrong with a file is told with its name. */
async function inFile<Result>(file: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TableError || error instanceof UnreadableFileError || isFileError(error)) {
      const problem = isFileError(error) ? problemOf(error) : error.message;
      throw new TableError(file === '-' ? problem : `${file}: ${problem}`);
    }
    throw error;
  }
}

async function* once(report: string) {
  yield report;
}

import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { assign } from '../actions/assignments/assign.ts';
import { openSeats } from '../actions/assignments/open-seats.ts';
import { type AssignmentOrder, planOrder } from '../actions/assignments/plan.ts';
import { turnAssignments } from '../actions/assignments/turn.ts';
import { MAX_CODERS_EACH, readDay, readSeed, wholeNumber } from '../domain/assignment-form.ts';
import { isThereToCode, makesCodings } from '../domain/permission.ts';
import { type ProjectCoder, projectCoders } from '../store/assignments.ts';
import type { Db } from '../store/client.ts';
import type { OwnProject } from '../store/members.ts';
import { type Command, EXIT, type Surroundings, UsageError } from './command.ts';
import { ARTICLE_OPTIONS, ARTICLE_USAGE, articleFilterFrom } from './filter-options.ts';
import { counted } from './say-held.ts';
import { atProject, withDatabase } from './with-database.ts';

const OPTIONS = {
  ...ARTICLE_OPTIONS,
  project: { type: 'string' },
  coder: { type: 'string', multiple: true },
  each: { type: 'string', default: '1' },
  share: { type: 'string', default: '0' },
  seed: { type: 'string', default: '0' },
  due: { type: 'string' },
  seats: { type: 'string' },
  preview: { type: 'boolean', default: false },
  undo: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

export const command: Command = {
  usage: `[--project SLUG] [--coder NAME]… [--each N] [--share PERCENT] [--seed N] [--due DAY] [--preview] [--json]
       --seats N | --undo ID

Gives articles to the coders of a project in which people code apart: evenly by length, and no article twice to the same
coder. Prints the id of this step, which --undo takes until somebody has begun.

  --project SLUG   the project; without it, the first
  --coder NAME     a coder; without it, all coders
  --each N         coders for each article, counting those who already have it; without it, 1
  --share PERCENT  the share of articles that every coder gets, drawn at random with the seed; without it, none
  --seed N         decides the draw; without it, 0
  --due DAY        when it should be done, such as 2026-12-24
  --preview        print who would get what, and change nothing
  --seats N        instead: let coders take the articles themselves, at most N each; 0 ends that
  --undo ID        undo an earlier step
  --json           one line of JSON

${ARTICLE_USAGE}`,
  async run(args, surroundings) {
    const { values } = parseArgs({ args, options: OPTIONS });
    return withDatabase(surroundings, async (database) => {
      const { project } = await atProject(database, values.project);
      return runIn(database.db, project, values, surroundings);
    });
  },
};

async function runIn(db: Db, project: OwnProject, values: Values, { output }: Surroundings) {
  if (values.undo !== undefined) return undo(db, project, values.undo, output);
  const articles = { which: 'filter', filter: articleFilterFrom(values) } as const;
  return values.seats === undefined
    ? give(db, project, { values, articles, output })
    : open(db, project, { values, articles, output });
}

async function undo(db: Db, { member }: OwnProject, step: string, output: Surroundings['output']) {
  const { touched, rows } = await turnAssignments(db, member, step, 'undo');
  output.write(`Took back ${touched} of ${counted(rows, 'assignment')}\n`);
  return touched === rows ? EXIT.done : EXIT.partlyDone;
}

interface Task {
  readonly values: Values;
  readonly articles: AssignmentOrder['articles'];
  readonly output: Surroundings['output'];
}

async function open(db: Db, { member }: OwnProject, { values, articles, output }: Task) {
  const seats = required(wholeNumber(values.seats, 0, MAX_CODERS_EACH), '--seats', values.seats);
  const batchId = uuidv7();
  const changed = await openSeats(db, member, articles, { seats, batchId });
  output.write(`${counted(changed, 'article')}\n${batchId}\n`);
  return EXIT.done;
}

async function give(db: Db, { id, member }: OwnProject, { values, articles, output }: Task) {
  const coders = codersNamed(await projectCoders(db, id), values.coder ?? []);
  const order = orderFrom(values, articles, coders);
  const { plan } = await planOrder(db, member, order);
  const batchId = values.preview ? null : uuidv7();
  if (batchId) await assign(db, member, order, { batchId });
  const shares = plan.shares.map(({ coderId, ...share }) => ({ coder: nameOf(coders, coderId), ...share }));
  output.write(values.json ? jsonLine(batchId, plan.sample, shares) : plain(shares));
  if (batchId && !values.json) output.write(`${batchId}\n`);
  return plan.missing.size > 0 ? EXIT.partlyDone : EXIT.done;
}

interface NamedShare {
  readonly coder: string;
  readonly articles: number;
  readonly sentences: number;
  readonly load: number;
}

function plain(shares: readonly NamedShare[]): string {
  return shares
    .map(({ coder, articles, sentences, load }) => {
      return `${coder}: ${counted(articles, 'article')}, ${counted(sentences, 'sentence')}; ${counted(load, 'sentence')} to code in all\n`;
    })
    .join('');
}

function jsonLine(step: string | null, sample: readonly string[], coders: readonly NamedShare[]): string {
  return `${JSON.stringify({ step, sample, coders })}\n`;
}

function nameOf(coders: readonly ProjectCoder[], id: string): string {
  return coders.find(({ annotatorId }) => annotatorId === id)?.name ?? id;
}

function codersNamed(all: readonly ProjectCoder[], names: readonly string[]): ProjectCoder[] {
  if (names.length === 0) return all.filter(({ role }) => isThereToCode(role));
  return names.map((name) => {
    const found = all.filter((coder) => coder.name === name || coder.annotatorId === name);
    const [coder] = found;
    if (!coder || !makesCodings(coder.role))
      throw new UsageError(`no coder in this project is called "${name}"`);
    if (found.length > 1) throw new UsageError(`several coders are called "${name}"; give an id`);
    return coder;
  });
}

function orderFrom(
  values: Values,
  articles: AssignmentOrder['articles'],
  coders: readonly ProjectCoder[],
): AssignmentOrder {
  const dueAt = readDay(values.due);
  if (dueAt === undefined)
    throw new UsageError(`--due must be a date such as 2026-12-24, not "${values.due}"`);
  return {
    articles,
    coders: coders.map(({ annotatorId }) => annotatorId),
    codersEach: required(wholeNumber(values.each, 1, MAX_CODERS_EACH), '--each', values.each),
    share: required(wholeNumber(values.share, 0, 100), '--share', values.share) / 100,
    seed: required(readSeed(values.seed), '--seed', values.seed),
    dueAt,
  };
}

function required(number: number | undefined, option: string, sent: string | undefined): number {
  if (number === undefined) throw new UsageError(`${option} cannot be "${sent}"`);
  return number;
}

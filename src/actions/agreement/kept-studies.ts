import type { Sight } from '../../domain/sight.ts';
import { findAgreementResult, keepAgreementResult } from '../../store/agreement.ts';
import type { Database, Db } from '../../store/client.ts';
import { measureStudy, type StudyReport } from './measure-study.ts';
import type { Study } from './plan-study.ts';

/** How far a study is that is being measured; `total` is more than 0. */
export interface Underway {
  readonly done: number;
  readonly total: number;
}

interface Running {
  underway: Underway;
  readonly report: Promise<StudyReport>;
}

/** What is being measured, by the state of the codings that it is measured on; one list for each database. */
const running = new WeakMap<Db, Map<string, Running>>();

/** How long somebody who asks waits for the figures before they are told how far it is, in ms. */
const PATIENCE = 700;

/**
 * The figures of a study: measured once for a state of the codings, and kept. Gives how far it is where that takes longer
 * than a moment; whoever asks again meets the same work. Throws where measuring fails.
 */
export async function reportOf(
  database: Pick<Database, 'db'>,
  sight: Sight,
  study: Study,
  patience = PATIENCE,
): Promise<StudyReport | Underway> {
  const kept = await findAgreementResult(database.db, sight.projectId, study.key);
  // Only `measure` keeps anything there, under a key that tells its version.
  if (kept !== null) return kept as StudyReport;
  const work = runningOf(database, sight, study);
  const late = new Promise<'late'>((resolve) => setTimeout(resolve, patience, 'late').unref());
  const first = await Promise.race([work.report, late]);
  return first === 'late' ? work.underway : first;
}

/** Whether there are figures already. */
export function isReport(found: StudyReport | Underway): found is StudyReport {
  return 'tags' in found;
}

function runningOf(database: Pick<Database, 'db'>, sight: Sight, study: Study): Running {
  const all = running.get(database.db) ?? new Map<string, Running>();
  running.set(database.db, all);
  const key = `${sight.projectId} ${study.key}`;
  const known = all.get(key);
  if (known) return known;
  const work: Running = {
    underway: { done: 0, total: Math.max(1, study.articles.length) },
    report: measure(database, sight, study, (done, total) => {
      work.underway = { done, total };
    }).finally(() => all.delete(key)),
  };
  // Whoever waits for it is told; nobody may be waiting any more.
  work.report.catch(() => undefined);
  all.set(key, work);
  return work;
}

async function measure(
  database: Pick<Database, 'db'>,
  sight: Sight,
  study: Study,
  tell: (done: number, total: number) => void,
): Promise<StudyReport> {
  const report = await measureStudy(database, sight, study, tell);
  await keepAgreementResult(database.db, sight.projectId, study.key, JSON.parse(JSON.stringify(report)));
  return report;
}

import type { BootstrapInterval } from '../agreement/bootstrap.ts';
import type { Figure } from '../agreement/figure.ts';
import type { Findings } from './agreement-figures.ts';
import type { Asked } from './agreement-options.ts';
import { NO_INTERVAL, REASONS, titleOf } from './agreement-words.ts';

/** One line of JSON. Numbers are whole, as they were worked out; `interval` is [low, high]. */
export function agreementJson(asked: Asked, findings: Findings): string {
  const { figure, interval, needed, items, coders, parts, labels, facts, notes } = findings;
  const document = {
    measure: asked.measure,
    ...(asked.kind === 'ratings' && asked.measure === 'alpha' && { level: asked.level }),
    ...(asked.kind === 'ratings' && asked.weighting !== 'identity' && { weights: asked.weighting }),
    ...figureJson(figure),
    ...intervalJson(interval, findings.resampled),
    ...(needed !== undefined && { needed }),
    items,
    coders: coders.length,
    ...(parts.length > 0 && { parts: namedJson(parts) }),
    ...(labels.length > 0 && { labels: namedJson(labels) }),
    ...facts,
    ...(notes.length > 0 && { notes }),
  };
  return `${JSON.stringify(document)}\n`;
}

function namedJson(figures: Findings['parts']) {
  return Object.fromEntries(figures.map(([name, figure]) => [name, figureJson(figure)]));
}

function figureJson({ value, reason, observed, expected }: Figure) {
  return {
    value,
    ...(reason !== undefined && { reason: REASONS[reason] }),
    ...(observed !== undefined && { observed }),
    ...(expected !== undefined && { expected }),
  };
}

function intervalJson(interval: BootstrapInterval, resampled: string) {
  if ('reason' in interval) return { noInterval: NO_INTERVAL[interval.reason] };
  const { low, high, confidence, resamples, seed, isRough, undefinedResamples } = interval;
  return {
    interval: [low, high],
    confidence,
    resampled,
    resamples,
    seed,
    ...(isRough && { warning: ROUGH }),
    ...(undefinedResamples > 0 && { undefinedResamples }),
  };
}

const ROUGH = 'under twenty were resampled: the interval is rough, and likely too narrow';

/** The same for people. */
export function agreementText(asked: Asked, findings: Findings): string {
  const { figure, items, coders, parts, labels, facts, notes } = findings;
  const counted = asked.kind === 'ratings' ? 'items' : 'units';
  const lines = [
    `${titleOf(asked)}: ${figureText(figure)}`,
    ...intervalText(findings),
    ...madeOf(figure, asked),
    `${items.toLocaleString('en')} ${counted}, ${coders.length} coders: ${coders.join(', ')}`,
    ...parts.map(([name, part]) => `  ${name}: ${figureText(part)}`),
    ...labels.map(([label, part]) => `  label ${label}: ${figureText(part)}`),
    ...Object.entries(facts).map(([name, fact]) => `  ${name}: ${factText(fact)}`),
    ...notes.map((note) => `Note: ${note}`),
  ];
  return `${lines.join('\n')}\n`;
}

function figureText({ value, reason }: Figure): string {
  return value === null ? `none: ${reason ? REASONS[reason] : ''}` : rounded(value);
}

function factText(fact: number | boolean): string {
  if (typeof fact === 'boolean') return fact ? 'yes' : 'no';
  return Number.isInteger(fact) ? fact.toLocaleString('en') : rounded(fact);
}

function intervalText({ figure, interval, resampled, needed }: Findings): string[] {
  if ('reason' in interval) {
    return figure.value === null ? [] : [`No interval: ${NO_INTERVAL[interval.reason]}.`];
  }
  const { low, high, confidence, resamples, articles, seed, isRough, undefinedResamples } = interval;
  const share = Math.round(confidence * 100);
  const drawn = `${resamples.toLocaleString('en')} resamples of ${articles.toLocaleString('en')} ${resampled}, seed ${seed}`;
  return [
    `${share} % interval: ${rounded(low)} to ${rounded(high)} (${drawn})`,
    ...(isRough ? [`Warning: ${ROUGH}.`] : []),
    ...(undefinedResamples > 0
      ? [`In ${undefinedResamples} resamples it had no value; they are left out.`]
      : []),
    ...(needed === undefined
      ? []
      : [`An interval as narrow as wanted needs about ${needed.toLocaleString('en')} ${resampled}.`]),
  ];
}

const OF_DISAGREEMENT = ['alpha', 'alpha-u', 'u-alpha', 'gamma'];

function madeOf({ observed, expected }: Figure, { measure }: Asked): string[] {
  if (observed === undefined || expected === undefined) return [];
  const what = OF_DISAGREEMENT.includes(measure) ? 'disagreement' : 'agreement';
  return [`Observed ${what} ${rounded(observed)}, by chance ${rounded(expected)}`];
}

function rounded(number: number): string {
  const written = number.toFixed(4);
  return Number(written) === 0 ? '0.0000' : written;
}

import { FIGURES, type Figure, type FigureName } from './figures.ts';
import type { Outcome } from './measure.ts';

/**
 * The figures beside the accepted ones, as a Markdown table. Differences tell what a change of the engine
 * does.
 */
export function accuracyTable(outcomes: readonly Outcome[]): string {
  const rows = figuresIn(outcomes).map(([name, value]) => rowOf(FIGURES[name], value));
  const header = ['task', 'figure', 'now', 'accepted', 'difference', 'aim', 'met'];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** In the order of the tables of docs/text-engine.md. */
function figuresIn(outcomes: readonly Outcome[]): [FigureName, number][] {
  const measured: Partial<Record<FigureName, number>> = {};
  for (const outcome of outcomes) if (outcome.kind === 'measured') Object.assign(measured, outcome.figures);
  const names = Object.keys(FIGURES) as FigureName[]; // what `keyof typeof` says of a constant
  return names.flatMap((name) => (measured[name] === undefined ? [] : [[name, measured[name]]]));
}

function rowOf({ task, says, unit, accepted, aim }: Figure, value: number): string[] {
  const now = roundedAs(unit, value);
  const write = (number: number) => (unit === 'cases' ? String(number) : number.toFixed(1));
  const met = aim === undefined ? '' : now >= aim ? 'yes' : 'no';
  return [task, says, write(now), write(accepted), difference(now - accepted, write), String(aim ?? ''), met];
}

/** Figures are compared as they are published, so that the last binary digit makes no difference. */
function roundedAs(unit: Figure['unit'], value: number): number {
  return unit === 'cases' ? value : Math.round(value * 10) / 10;
}

function difference(change: number, write: (number: number) => string): string {
  const written = write(change);
  if (Number(written) === 0) return '';
  return change > 0 ? `+${written}` : written;
}

/**
 * A line for each set that was left out, is another version than the accepted figures stand on, or could not
 * be read.
 */
export function notesOn(outcomes: readonly Outcome[]): string[] {
  return [...new Set(outcomes.map(noteOn).filter((note) => note !== undefined))];
}

function noteOn(outcome: Outcome): string | undefined {
  const { repository } = outcome;
  if (outcome.kind === 'left out') return `left out: ${repository} is not in the folder`;
  if (outcome.kind === 'failed') return `not measured: ${repository}: ${outcome.why}`;
  const { texts, expectedTexts } = outcome;
  if (texts === expectedTexts) return undefined;
  return `another version: ${repository} has ${texts} texts, and the accepted figures stand on ${expectedTexts}`;
}

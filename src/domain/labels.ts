/** Between labels, where they stand in one line. */
const JOINT = ', ';

/** Labels as somebody types them, parted by commas or semicolons: each once, in their order. */
export function readLabels(typed: string): string[] {
  const labels = new Map<string, string>();
  for (const part of typed.split(/[,;\n]/)) {
    const label = part.replaceAll(/\s+/g, ' ').trim();
    const key = label.toLowerCase();
    if (label !== '' && !labels.has(key)) labels.set(key, label);
  }
  return [...labels.values()];
}

/** Labels as one line, as an article has them; null for none. */
export function joinLabels(labels: readonly string[]): string | null {
  return labels.length === 0 ? null : labels.join(JOINT);
}

/** An article's labels with some more behind them; those that it has already stay as they are written. */
export function withLabels(line: string | null, more: readonly string[]): string | null {
  return joinLabels(readLabels([line ?? '', ...more].join(',')));
}

/** An article's labels without some, however these are written. */
export function withoutLabels(line: string | null, others: readonly string[]): string | null {
  const gone = new Set(others.map((label) => label.toLowerCase()));
  return joinLabels(readLabels(line ?? '').filter((label) => !gone.has(label.toLowerCase())));
}

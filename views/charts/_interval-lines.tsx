export interface IntervalRow {
  readonly name: string;
  /** The whole row in words, for whoever does not see the drawing. */
  readonly says: string;
  /** Null where there is no figure: the row is drawn empty. */
  readonly value: number | null;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** In the drawing's own units: how wide the scale from 0 to 1 is, and how high a row. */
const WIDTH = 200;
const HEIGHT = 16;

/** Figures between 0 and 1 as dots, with their intervals as lines; those below 0 stand at its edge. The table stands beside. */
export function IntervalLines({ caption, rows }: { caption: string; rows: readonly IntervalRow[] }) {
  return (
    <figure class="interval-lines">
      <figcaption>{caption}</figcaption>
      <ul>
        {rows.map((row) => (
          <li>
            <span class="name" dir="auto">
              {row.name}
            </span>
            <Line {...row} />
          </li>
        ))}
      </ul>
      <p class="axis" aria-hidden="true">
        <span>0</span>
        <span>.5</span>
        <span>1</span>
      </p>
    </figure>
  );
}

function Line({ says, value, low, high }: IntervalRow) {
  const middle = HEIGHT / 2;
  return (
    <svg role="img" aria-label={says} viewBox={`-4 0 ${WIDTH + 8} ${HEIGHT}`}>
      <title>{says}</title>
      {[0, 0.5, 1].map((mark) => (
        <line class="scale" x1={mark * WIDTH} x2={mark * WIDTH} y1={0} y2={HEIGHT} />
      ))}
      {low !== undefined && high !== undefined && (
        <line class="interval" x1={placeOf(low)} x2={placeOf(high)} y1={middle} y2={middle} />
      )}
      {value !== null && <circle class="value" cx={placeOf(value)} cy={middle} r={3.5} />}
    </svg>
  );
}

function placeOf(value: number): number {
  return Math.min(1, Math.max(0, value)) * WIDTH;
}

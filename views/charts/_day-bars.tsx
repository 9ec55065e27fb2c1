import { inTime, inWords, t } from '../../src/messages/language.ts';
import { Count } from '../shared/_count.tsx';

export interface DayBarsProps {
  /** What is counted. */
  readonly caption: string;
  /** ISO 8601 dates, oldest first. */
  readonly days: readonly string[];
  /** Whose the bars are, with a number for each day. */
  readonly rows: readonly DayRow[];
}

interface DayRow {
  readonly name: string;
  readonly counts: readonly number[];
}

/**
 * What people did on each day: a row of bars each, all on one scale, with the figures in a table beneath. The bars
 * alone are a drawing; names and numbers are words of the page, so that they wrap and stay legible on a phone.
 */
export function DayBars(props: DayBarsProps) {
  const { caption, days, rows } = props;
  const most = rows.reduce((highest, { counts }) => Math.max(highest, ...counts), 0);
  return (
    <figure class="day-bars">
      <figcaption>
        {caption}{' '}
        <span class="faint">{most === 0 ? t('charts.nothing') : t('charts.tallest', { count: most })}</span>
      </figcaption>
      <ul>
        {rows.map((row) => (
          <li>
            <span class="name" dir="auto">
              {row.name}
            </span>
            <Bars {...row} days={days} most={most} />
            <span class="total">
              <Count count={sumOf(row)} />
            </span>
          </li>
        ))}
      </ul>
      <Axis days={days} />
      <details>
        <summary>{t('charts.figures')}</summary>
        <Figures {...props} />
      </details>
    </figure>
  );
}

/** In the drawing's own units: how wide a day is with its gap, its bar, and how high the tallest bar. */
const DAY = 10;
const BAR = 8;
const HEIGHT = 40;

function Bars({ name, counts, days, most }: DayRow & Pick<DayBarsProps, 'days'> & { most: number }) {
  const highest = Math.max(...counts, 0);
  return (
    <svg
      role="img"
      aria-label={t('charts.ofRow', { name, count: sumOf({ counts }), most: highest })}
      viewBox={`0 0 ${days.length * DAY} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      {days.map((day, at) => {
        const count = counts[at] ?? 0;
        const height = count === 0 ? 0 : Math.max(2, (count / most) * (HEIGHT - 1));
        return (
          <g>
            <title>{t('charts.ofDay', { day: dayWords(day), count })}</title>
            <rect class="day" x={at * DAY} y={0} width={DAY} height={HEIGHT} />
            {count > 0 && (
              <rect
                class="bar"
                x={at * DAY + (DAY - BAR) / 2}
                y={HEIGHT - height}
                width={BAR}
                height={height}
              />
            )}
          </g>
        );
      })}
      <line x1={0} y1={HEIGHT} x2={days.length * DAY} y2={HEIGHT} />
    </svg>
  );
}

/** The first and the last day, beneath their bars. */
function Axis({ days }: Pick<DayBarsProps, 'days'>) {
  const [first] = days;
  const last = days.at(-1);
  return (
    <p class="axis" aria-hidden="true">
      {first && <time datetime={first}>{dayWords(first)}</time>}
      {last && last !== first && <time datetime={last}>{dayWords(last)}</time>}
    </p>
  );
}

function Figures({ caption, days, rows }: DayBarsProps) {
  return (
    <div class="scrolls">
      <table>
        <caption class="hidden-words">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('charts.name')}</th>
            {days.map((day) => (
              <th scope="col" class="number">
                <time datetime={day}>{dayWords(day)}</time>
              </th>
            ))}
            <th scope="col" class="number">
              {t('charts.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row" dir="auto">
                {row.name}
              </th>
              {row.counts.map((count) => (
                <td class="number">
                  <Count count={count} />
                </td>
              ))}
              <td class="number">{inWords(sumOf(row))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sumOf({ counts }: Pick<DayRow, 'counts'>): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** `28 Nov`: charts show weeks, so the year is plain. */
function dayWords(day: string): string {
  return inTime(new Date(`${day}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { type Desk, describeInBrowser } from '../support/browser.ts';
import { saved } from '../support/saved.ts';
import { startSlowProxy, type Weather } from '../support/slow-proxy.ts';

const TEXT = `“We waited for the tide,” Ines Okafor said, “and then we went.” The ferry carried 212 people on Tuesday, more than ever before.

The harbour board spent 4.5 million euros on the new pier, according to its report. Nobody asked the fishers. “Nobody asked us,” said Tom Adair, who has fished here for 30 years.

The board will meet again on 12 March. About 60 percent of the berths stand empty in winter. Rain is expected.

A family of three stayed behind. The mayor, Lena Brandt, called the pier “a promise kept”. Boats left late all week.`;

/** What is typed: keys of the desk, and words into the fields that some of them lead to. */
const ROUND = [
  ...['j', 'c', 'j', 's', 'Alt+ArrowRight', 'Alt+ArrowLeft', 'Alt+ArrowLeft', 'j', 'q', 'k', 'n'],
  ...[
    'a',
    'a',
    'x',
    'z',
    'j',
    'c',
    'z',
    'Shift+Z',
    'j',
    'n',
    'z',
    'j',
    'q',
    'Enter',
    'type:Ada Roe',
    'Escape',
  ],
  ...[
    'j',
    'c',
    'c',
    '.',
    'w',
    'Shift+ArrowRight',
    'Shift+ArrowRight',
    's',
    'Escape',
    'j',
    'c',
    'Delete',
    'z',
  ],
  ...['z', 'z', 'Shift+Z', 'k', 'k', 'k', 'k', 'k', 'k', 'k'],
];

function script(presses: number): string[] {
  return Array.from({ length: presses }, (_, at) => ROUND[at % ROUND.length] ?? 'j');
}

/** The same keys, whatever the speed, the delay and what is lost, leave the same behind. */
interface Cell extends Weather {
  readonly gap: number;
  readonly presses: number;
}

/** How many cells of the whole table are worked on at once. */
const SIDE_BY_SIDE = 8;

const ALL = process.env.ALL_KEYS !== undefined;

const CELLS: readonly Cell[] = ALL
  ? [30, 60, 120, 400].flatMap((gap) =>
      [0, 150, 3000].flatMap((delay) => [0, 10].map((lost) => ({ gap, delay, lost, presses: 200 }))),
    )
  : [
      { gap: 30, delay: 0, lost: 0, presses: 100 },
      { gap: 60, delay: 150, lost: 10, presses: 100 },
      { gap: 30, delay: 1500, lost: 10, presses: 30 },
    ];

async function typeAll(page: Page, keys: readonly string[], gap: number): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('type:')) await page.keyboard.type(key.slice('type:'.length), { delay: gap });
    else await page.keyboard.press(key);
    await page.waitForTimeout(gap);
  }
}

/** All that stands in an article and all that was done to it, but for ids and times. */
async function leftBehind(desk: Desk, articleId: string) {
  const { db } = desk.server().database;
  const annotations = await db.annotation.findMany({
    where: { articleId, deletedAt: null },
    orderBy: [{ start: 'asc' }, { end: 'asc' }, { tag: 'asc' }],
  });
  const marks = await db.sentenceMark.findMany({ where: { articleId }, orderBy: { sentence: 'asc' } });
  const dismissals = await db.dismissal.findMany({ where: { articleId }, orderBy: { parts: 'asc' } });
  const events = await db.event.findMany({ where: { articleId }, orderBy: { id: 'asc' } });
  return {
    annotations: annotations.map(({ id, articleId: _, createdAt, updatedAt, ...rest }) => rest),
    marks: marks.map(({ sentence }) => sentence),
    dismissals: dismissals.map(({ tag, parts }) => `${tag} ${parts}`),
    events: events.map(({ action, subject, state }) => `${action} ${subject} ${state}`),
  };
}

async function run(desk: Desk, name: string, { gap, presses, ...weather }: Cell) {
  // A heading makes the text one of its own and holds no sentence that a key could come to.
  const id = await desk.importText(`${TEXT}\n\n## ${name}`, name);
  const proxy = await startSlowProxy(desk.server().port, weather);
  try {
    const page = await desk.openAt(`${proxy.url}/articles/${id}`);
    await page.locator('[data-scripts=on]').waitFor();
    await typeAll(page, script(presses), gap);
    await saved(page, 60_000 + presses * (weather.delay + 200));
    await page.context().close();
    return { left: await leftBehind(desk, id), cut: proxy.cut() };
  } finally {
    await proxy.close();
  }
}

const nameOf = ({ gap, delay, lost }: Cell) => `${gap} ${delay} ${lost}`;

/** A line for each thing, so that what differs can be read. */
function linesOf(left: Awaited<ReturnType<typeof leftBehind>> | undefined): string[] {
  return Object.entries(left ?? {}).flatMap(([what, things]) => [
    what,
    ...things.map((one) => JSON.stringify(one)),
  ]);
}

describeInBrowser('keys at any speed', (desk) => {
  const careful = new Map<number, Awaited<ReturnType<typeof run>>['left']>();
  const begun = new Map<Cell, ReturnType<typeof run>>();

  // Careful typing and slow answers are waiting more than work, so they go side by side; quick keys are typed alone.
  beforeAll(async () => {
    for (const cell of ALL ? [] : CELLS.filter(({ delay }) => delay > 0)) begin(cell);
    const lengths = [...new Set(CELLS.map((cell) => cell.presses))];
    await Promise.all(lengths.map(typeCarefully));
    await Promise.allSettled(begun.values());
  }, 300_000);

  function begin(cell: Cell): void {
    const running = run(desk, nameOf(cell), cell);
    // What goes wrong is told by the cell's own test.
    running.catch(() => undefined);
    begun.set(cell, running);
  }

  async function typeCarefully(presses: number): Promise<void> {
    const { left } = await run(desk, `Careful ${presses}`, { gap: 400, delay: 0, lost: 0, presses });
    careful.set(presses, left);
  }

  it('leave something behind when they are typed with care', () => {
    const { annotations = [], events = [] } = careful.get(CELLS[0]?.presses ?? 0) ?? {};
    expect(annotations.length).toBeGreaterThan(5);
    expect(events.length).toBeGreaterThan(40);
    expect(annotations.some(({ speaker }) => speaker === 'Ada Roe')).toBe(true);
  });

  async function check(desk: Desk, cell: Cell) {
    const { left, cut } = await (begun.get(cell) ?? run(desk, nameOf(cell), cell));
    expect(cut > 0).toBe(cell.lost > 0);
    expect(linesOf(left)).toEqual(linesOf(careful.get(cell.presses)));
  }

  const some = () =>
    it.each(CELLS)(
      '$presses of them, $gap ms apart, answered after $delay ms, each $lost th answer lost, leave the same behind',
      (cell) => check(desk, cell),
    );

  const all = () =>
    it('leave the same behind in every cell of the table', { timeout: 3_600_000 }, async () => {
      const waiting = [...CELLS];
      const wrong: string[] = [];
      // Slow answers take most of the time: several cells side by side, an article each.
      const work = async () => {
        for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
          const { gap, delay, lost } = cell;
          const said = await check(desk, cell).then(
            () => 'same',
            (error: unknown) => String(error),
          );
          console.info(`${gap} ms apart, ${delay} ms late, each ${lost} th lost: ${said}`);
          if (said !== 'same') wrong.push(`${gap} ${delay} ${lost}`);
        }
      };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
      expect(wrong).toEqual([]);
    });

  // What is not asked for does not exist, so that nothing is counted as skipped.
  (ALL ? all : some)();
});

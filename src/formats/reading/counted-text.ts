import { type CountedUnit, UnitOffsets } from '../../text/anchor-units.ts';
import type { Span } from '../../text/span.ts';

/** A text in one of the ways in which the offsets of a file may count it. */
export class CountedText {
  readonly text: string;
  readonly unit: CountedUnit;
  readonly #offsets: UnitOffsets;

  /** `offsets` may be shared by those that count the same text in several units. */
  constructor(text: string, unit: CountedUnit, offsets = new UnitOffsets(text)) {
    this.text = text;
    this.unit = unit;
    this.#offsets = offsets;
  }

  /** The UTF-16 span for offsets of the file; undefined where the text has no such place. */
  spanOf({ start, end }: Span): Span | undefined {
    const from = this.#offsets.toUtf16(start, this.unit);
    const to = this.#offsets.toUtf16(end, this.unit);
    return from === undefined || to === undefined || from > to ? undefined : { start: from, end: to };
  }

  /** What stands there; undefined where the text has no such place. */
  wordsAt(span: Span): string | undefined {
    const found = this.spanOf(span);
    return found && this.text.slice(found.start, found.end);
  }
}

/** What tools count, the likeliest first. */
const UNITS = ['code-points', 'utf16', 'bytes'] as const satisfies readonly CountedUnit[];

/** So many marks decide how a file counts, taken evenly from all. */
const MOST_ASKED = 400;

/**
 * The way of counting over a text with which most of the marks of a file agree, the likeliest of equals. Tried are
 * code points, UTF-16 and bytes, each over the text as it is, with line ends of one character or two, and with or
 * without a byte order mark: editors and exporters add and drop these behind a tool's back.
 */
export function bestCount<Mark>(
  text: string,
  marks: readonly Mark[],
  agrees: (counted: CountedText, mark: Mark) => boolean,
): { readonly counted: CountedText; readonly agreeing: number } {
  const step = Math.max(1, Math.ceil(marks.length / MOST_ASKED));
  const asked = marks.filter((_, index) => index % step === 0);
  let best: { counted: CountedText; agreeing: number } | undefined;
  for (const counted of waysToCount(text)) {
    const agreeing = asked.filter((mark) => agrees(counted, mark)).length;
    if (!best || agreeing > best.agreeing) best = { counted, agreeing };
    if (agreeing === asked.length) break;
  }
  return best ?? { counted: new CountedText(text, UNITS[0]), agreeing: 0 };
}

function* waysToCount(text: string): Generator<CountedText> {
  for (const form of formsOf(text)) {
    const offsets = new UnitOffsets(form);
    for (const unit of UNITS) yield new CountedText(form, unit, offsets);
  }
}

const MARK = '\uFEFF';

function formsOf(text: string): Set<string> {
  const [marked, bare] = text.startsWith(MARK) ? [text, text.slice(1)] : [MARK + text, text];
  const other = (form: string) =>
    form.includes('\r\n') ? form.replaceAll('\r\n', '\n') : form.replaceAll('\n', '\r\n');
  const turned = text === bare ? marked : bare;
  return new Set([text, other(text), turned, other(turned)]);
}

import type { Span } from '../text/span.ts';
import { onHtmx } from './htmx.ts';
import { rangesOf } from './offsets.ts';

const shown = new Map<string, readonly Span[]>();

/**
 * Paints spans under a name of the style sheet's `::highlight()`; nothing in the page's structure changes.
 */
export function highlight(name: string, spans: readonly Span[]): void {
  shown.set(name, spans);
  paint(name, spans);
}

function paint(name: string, spans: readonly Span[]): void {
  // Browsers without the CSS highlight interface still show the selection in the palette's words.
  if (!('highlights' in CSS)) return;
  const painted = new Highlight(...spans.flatMap(rangesOf));
  // The selection covers what else is painted.
  painted.priority = name === 'selected' ? 1 : 0;
  CSS.highlights.set(name, painted);
}

// A swap takes the text nodes away that the ranges stood in.
onHtmx('htmx:after:swap', () => {
  for (const [name, spans] of shown) if (spans.length > 0) paint(name, spans);
});

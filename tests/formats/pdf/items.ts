import type { TextItem } from '../../../src/formats/pdf/text-item.ts';

/** Where a run of words stands; each of its letters is half its size wide. */
export interface Place {
  readonly size?: number;
  readonly font?: string;
  readonly width?: number;
}

/** A run of words at a place. */
export function item(text: string, x: number, y: number, place: Place = {}): TextItem {
  const { size = 10, font = 'f1', width = text.length * size * 0.5 } = place;
  return { text, x, y, width, height: size, font };
}

/** Runs below each other, one a line. */
export function stacked(texts: readonly string[], x: number, y: number, place: Place = {}): TextItem[] {
  return texts.map((text, at) => item(text, x, y + at * 12, place));
}

/** So many lines of prose of a width in letters, each with its number. */
export function prose(name: string, lines: number, width = 40): string[] {
  return Array.from({ length: lines }, (_, at) => `${name}${at} `.padEnd(width, 'word '));
}

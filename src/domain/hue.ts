/** The number of a hue. Tags choose one; style sheets have a class for each, `hue-1` to `hue-12`. */
export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** How a hue looks. Neighbours differ by their line too, for those who cannot tell the colours apart. */
export interface HueLook {
  /** On light paper, `#rrggbb`. */
  readonly light: string;
  /** On dark paper, and light enough for black words on it. */
  readonly dark: string;
  /** The line below marked words: width and style, as CSS writes them. */
  readonly line: '2px solid' | '3px double' | '3px dotted';
}

/** The look of every hue. `public/css/hues.css` holds the same for the pages; a test compares them. */
export const HUES: Readonly<Record<Hue, HueLook>> = {
  1: { light: '#8a5100', dark: '#f0b35a', line: '2px solid' },
  2: { light: '#0c6352', dark: '#5fd0b5', line: '3px double' },
  3: { light: '#6a3fa0', dark: '#c3a1f2', line: '3px dotted' },
  4: { light: '#a3256b', dark: '#f59ac8', line: '2px solid' },
  5: { light: '#1d5a94', dark: '#86bdf0', line: '3px double' },
  6: { light: '#5b6300', dark: '#c5cf5c', line: '3px dotted' },
  7: { light: '#a33a1d', dark: '#ffa184', line: '2px solid' },
  8: { light: '#2c6423', dark: '#8fd17f', line: '3px double' },
  9: { light: '#3f4bb0', dark: '#aab4ff', line: '3px dotted' },
  10: { light: '#7c4a3a', dark: '#dcae98', line: '2px solid' },
  11: { light: '#0f6170', dark: '#6accdf', line: '3px double' },
  12: { light: '#8a3a93', dark: '#e59cf0', line: '3px dotted' },
};

import type * as english from './en/index.ts';
import type { Pattern, PluralPattern } from './pattern.ts';

/** The messages in English: what every other language has to say. An area is a page or a part of one. */
export type English = typeof english;

/** All messages in one language. */
export type Catalogue = {
  readonly [Area in keyof English]: { readonly [Key in keyof English[Area]]: Translated<English[Area][Key]> };
};

type Translated<P> = P extends string ? string : P extends PluralPattern ? PluralPattern : Pattern;

/** The areas that the browser's own code says; every page carries them. */
export const CLIENT_AREAS = ['desk', 'offer', 'table'] as const satisfies readonly (keyof English)[];

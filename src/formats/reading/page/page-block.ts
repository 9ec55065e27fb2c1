/** A list item's list, the same object for each of its items. */
export interface PageList {
  /** From 0 for a list that stands in no other. */
  readonly depth: number;
  /** Number of the first item, or undefined for a list with bullets. */
  readonly start: number | undefined;
}

/** One block of a page, its words as a browser shows them; a second line is what follows a line break. */
export type PageBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly lines: readonly string[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'blockquote'; readonly lines: readonly string[] }
  | { readonly kind: 'list-item'; readonly list: PageList; readonly lines: string[] };

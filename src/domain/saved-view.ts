/** A way to look at the table of annotations that a person keeps under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** Filters, order and columns, as the table's address has them. */
  readonly query: string;
}

/** Most UTF-16 code units of a view's name. */
export const MAX_VIEW_NAME = 60;

/** Most views that a person keeps in a project. */
export const MAX_VIEWS = 50;

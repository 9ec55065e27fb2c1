import 'preact';

interface SwapAttributes {
  'hx-target': string;
  'hx-swap'?: string;
  key?: string;
  sort?: string;
  children?: preact.ComponentChildren;
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** A fragment for a target of its own. */
      'hx-partial': SwapAttributes;
      /** Elements that replace those of their id, or are put in their place by `data-order`. */
      'hx-upsert': SwapAttributes;
    }
  }
}

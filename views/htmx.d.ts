import 'preact';

interface SwapAttributes {
  'hx-target': string;
  'hx-swap'?: string;
  children?: preact.ComponentChildren;
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      /** A fragment for a target of its own. */
      'hx-partial': SwapAttributes;
    }
  }
}

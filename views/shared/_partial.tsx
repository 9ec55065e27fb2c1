import type { ComponentChildren } from 'preact';

/**
 * A fragment of an answer to htmx that goes to a place of its own; where that place is not on the page it is
 * dropped.
 */
export function Partial({
  target,
  swap,
  children,
}: {
  target: string;
  swap: string;
  children?: ComponentChildren;
}) {
  return (
    <hx-partial hx-target={target} hx-swap={swap}>
      {children}
    </hx-partial>
  );
}

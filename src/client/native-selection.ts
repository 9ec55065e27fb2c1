import { onHtmx, type RequestContext } from './htmx.ts';
import { offsetOf, placeAt } from './offsets.ts';

/** The browser's own selection, by places that outlive the nodes it stands in. */
interface Ends {
  readonly anchor: number;
  readonly focus: number;
}

/**
 * Keeps the browser's selection through every swap, also in the middle of a drag: the nodes that it begins
 * and ends in may be drawn anew.
 */
export function startNativeSelection(): void {
  const kept = new WeakMap<RequestContext, Ends>();
  onHtmx('htmx:before:swap', (context) => {
    const ends = readEnds();
    if (ends) kept.set(context, ends);
  });
  onHtmx('htmx:after:swap', (context) => {
    const ends = kept.get(context);
    if (ends) restore(ends);
  });
}

function readEnds(): Ends | null {
  const selection = document.getSelection();
  if (!selection?.anchorNode || !selection.focusNode) return null;
  const anchor = offsetOf(selection.anchorNode, selection.anchorOffset);
  const focus = offsetOf(selection.focusNode, selection.focusOffset);
  return anchor === null || focus === null ? null : { anchor, focus };
}

function restore(ends: Ends): void {
  const now = readEnds();
  if (now?.anchor === ends.anchor && now.focus === ends.focus) return;
  const isForward = ends.anchor <= ends.focus;
  const anchor = placeAt(ends.anchor, isForward ? 'after' : 'before');
  const focus = placeAt(ends.focus, isForward ? 'before' : 'after');
  if (anchor && focus)
    document.getSelection()?.setBaseAndExtent(anchor.node, anchor.at, focus.node, focus.at);
}

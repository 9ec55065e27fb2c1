/** What each icon draws, in a square of 20: lines of the text's own colour. */
const PATHS = {
  undo: 'M7.5 4 3.5 8l4 4M4 8h7.5a4.5 4.5 0 0 1 0 9H8',
  redo: 'M12.5 4l4 4-4 4M16 8H8.5a4.5 4.5 0 0 0 0 9H12',
  earlier: 'M9 5 4 10l5 5M4.5 10H16',
  later: 'M11 5l5 5-5 5M15.5 10H4',
  comment: 'M3.5 4.5h13v9H9l-4 3.5v-3.5H3.5z',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawn sign beside or in place of words; it is silent, so its control needs a name of its own. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/**
 * Returns a function that gives headings their depth in the article, from 1, as their levels come one after
 * another. A heading is at most one deeper than the one before it, whatever the article's own levels leave
 * out.
 */
export function depthMaker(): (level: number) => number {
  const open: number[] = [];
  return (level) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    return open.push(level);
  };
}

import { tagNamed } from '../../../domain/label-mapping.ts';

/**
 * Of an annotation's labels the one that says what it is: the first that is a tag's name, such as `claim` or
 * `#Quotes`, else the first of all. The others come as remarks, so that nothing is lost.
 */
export function chooseLabel(labels: readonly string[]): { label: string | undefined; remarks: string[] } {
  const at = Math.max(
    labels.findIndex((label) => tagNamed(label) !== undefined),
    0,
  );
  const others = labels.filter((_, index) => index !== at);
  return { label: labels[at], remarks: others.map((label) => `tag: ${label}`) };
}

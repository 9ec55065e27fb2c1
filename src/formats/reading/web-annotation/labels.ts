const OURS = /^#?(?:claims?|quotes?|quotations?|statistics?|stats?)$/i;

/**
 * Of an annotation's labels the one that says what it is: the first that is a tag's name, such as `claim` or
 * `#Quotes`, else the first of all. The others come as remarks, so that nothing is lost.
 */
export function chooseLabel(labels: readonly string[]): { label: string | undefined; remarks: string[] } {
  const at = Math.max(
    labels.findIndex((label) => OURS.test(label.trim())),
    0,
  );
  const others = labels.filter((_, index) => index !== at);
  return { label: labels[at], remarks: others.map((label) => `tag: ${label}`) };
}

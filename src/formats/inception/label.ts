/** Names under which layers usually say what an annotation is, the surest first. */
const USUAL = ['value', 'label', 'category', 'type', 'tag', 'class', 'name', 'identifier'];

/**
 * Of what an annotation says, the part that names it: the value under a usual name, else the first that is neither a
 * number nor a switch, else the name of its layer. The others come as lines for a note. `isLink` tells the names whose
 * values are no words but point elsewhere.
 */
export function labelAndRest(
  values: ReadonlyMap<string, string>,
  layer: string,
  isLink: (name: string) => boolean = () => false,
): { readonly label: string; readonly rest: readonly string[] } {
  const said = [...values].filter(([name, value]) => value.trim() !== '' && !isLink(name));
  const usual = USUAL.flatMap((name) => said.filter(([given]) => given.toLowerCase() === name));
  const named = said.filter(([, value]) => !/^(?:true|false|[\d.]+)$/.test(value));
  const chosen = usual[0] ?? named[0];
  const rest = said.filter((one) => one !== chosen).map(([name, value]) => `${name}: ${value}`);
  return { label: chosen?.[1] ?? layer, rest };
}

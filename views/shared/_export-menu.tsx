/** A format in which annotations can be taken away. */
export interface ExportChoice {
  readonly key: string;
  readonly name: string;
  readonly description: string;
}

/** Every way to take annotations away; opens without scripts. */
export function ExportMenu({
  choices,
  address,
}: {
  choices: readonly ExportChoice[];
  /** Where the file of a format is. */
  address: (key: string) => string;
}) {
  return (
    <details class="menu">
      <summary>Export</summary>
      <ul>
        {choices.map(({ key, name, description }) => (
          <li>
            <a href={address(key)} download="" aria-describedby={`export-${key}`}>
              {name}
            </a>
            <p id={`export-${key}`} class="hint">
              {description}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

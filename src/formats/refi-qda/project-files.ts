/** The files of a project beside its XML, by their paths in lower-case letters. */
export class ProjectFiles {
  static readonly none = new ProjectFiles(new Map(), '');

  readonly #files: ReadonlyMap<string, Uint8Array>;
  /** The folder that the project stands in: packing a folder puts all of it one step down. */
  readonly #folder: string;

  constructor(files: ReadonlyMap<string, Uint8Array>, project: string) {
    this.#files = files;
    this.#folder = project.slice(0, project.lastIndexOf('/') + 1);
  }

  /** `internal://x.txt` stands in `sources/`; of other paths the last steps are looked for. */
  at(path: string): Uint8Array | undefined {
    const steps = path
      .toLowerCase()
      .replace(/^[a-z]+:\/+/, '')
      .replaceAll('\\', '/')
      .split('/')
      .filter((step) => step !== '' && step !== '.');
    const name = steps.at(-1) ?? '';
    const places = [steps.join('/'), `sources/${steps.join('/')}`, `sources/${name}`, name];
    const all = [...places.map((place) => this.#folder + place), ...places];
    return all.map((place) => this.#files.get(place)).find((bytes) => bytes !== undefined);
  }
}

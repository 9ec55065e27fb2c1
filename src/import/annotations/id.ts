import { v5 as uuidv5, v7 as uuidv7, validate, version } from 'uuid';
import { formatParts } from '../../domain/annotation.ts';
import type { KnownId } from '../../store/imported-annotations.ts';
import type { PlacedAnnotation } from './place.ts';

/** Makes names into ids that are nobody else's. */
const NAMESPACE = '6a1c2f0e-4b57-4d0b-9a53-0f4c5d1be0f7';

/** The ids that an annotation may get, the first that is free or its own. */
export interface IdCandidates {
  /** The file's, where that is a UUID. */
  readonly own?: string;
  /** Made from what the file says of it, so that the same file leads to the same id. */
  readonly made: string;
}

/**
 * The ids for an annotation of a file. `textHash` is the hash of the stored text. Whatever a person later
 * changes here, the file still says the same, and leads to the same id.
 */
export function idCandidates(projectId: string, textHash: string, placed: PlacedAnnotation): IdCandidates {
  const { source, content, annotator } = placed;
  const id = source.id ?? '';
  const fields = Object.entries(source.attributes).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const said = [projectId, textHash, id, content.tag, formatParts(content.parts), annotator, fields];
  const made = uuidv5(JSON.stringify([...said, source.remarks ?? []]), NAMESPACE);
  return isUuid(id) ? { own: id.toLowerCase(), made } : { made };
}

/** Not the nil and max UUIDs, which name nothing. */
function isUuid(id: string): boolean {
  return validate(id) && version(id) > 0 && version(id) < 15;
}

/** Chooses among candidates. */
export class IdChooser {
  readonly #known: ReadonlyMap<string, KnownId>;
  readonly #scope: Omit<KnownId, 'annotatorId'>;
  readonly #taken = new Set<string>();

  constructor(known: ReadonlyMap<string, KnownId>, scope: Omit<KnownId, 'annotatorId'>) {
    this.#known = known;
    this.#scope = scope;
  }

  /** The id for an annotation; `isRepeated` if an equal one of this document already has it. */
  choose({ own, made }: IdCandidates): { readonly id: string; readonly isRepeated: boolean } {
    if (own !== undefined && this.#isOurs(own) && !this.#taken.has(own)) return this.#take(own);
    if (this.#isOurs(made)) return this.#taken.has(made) ? { id: made, isRepeated: true } : this.#take(made);
    return this.#take(uuidv7());
  }

  #take(id: string) {
    this.#taken.add(id);
    return { id, isRepeated: false };
  }

  /** Whether nobody has it, or this coding does. */
  #isOurs(id: string): boolean {
    const known = this.#known.get(id);
    const { projectId, articleId, lane } = this.#scope;
    if (!known) return true;
    return known.projectId === projectId && known.articleId === articleId && known.lane === lane;
  }
}

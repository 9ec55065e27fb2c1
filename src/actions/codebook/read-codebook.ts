import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { Keymap } from '../../domain/keys.ts';
import {
  checkCodebook,
  firstProblems,
  type ReadCodebook,
  readCodebook,
  sayProblems,
} from '../../formats/codebook/read.ts';
import { codebookDocument, writeCodebook } from '../../formats/codebook/write.ts';

export { firstProblems, type ReadCodebook, sayProblems };

/** A codebook that came as a file. `keymap` is that of whoever brings it. */
export function codebookFromFile(bytes: Uint8Array, keymap?: Keymap): ReadCodebook {
  return readCodebook(new TextDecoder().decode(bytes), keymap);
}

/** A codebook that came as a JSON text. */
export function codebookFromText(json: string, keymap?: Keymap): ReadCodebook {
  return readCodebook(json, keymap);
}

/** What a form says of tags and fields, and whether it is a codebook. */
export function codebookFromForm(
  said: { readonly tags: readonly object[]; readonly fields: readonly object[] },
  keymap?: Keymap,
): ReadCodebook {
  const { format } = codebookDocument({ tags: [], fields: [] });
  return checkCodebook({ format, ...said }, keymap);
}

/** A codebook as the file in which it leaves. */
export function exportedCodebook(codebook: Codebook): string {
  return writeCodebook(codebook);
}

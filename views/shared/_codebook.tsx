import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { DEFAULT_CODEBOOK, type NumberedCodebook, offeredTags } from '../../src/domain/codebook/codebook.ts';
import type { Tag } from '../../src/domain/tag.ts';

/** Given by `src/web/render.tsx`. */
export const CodebookContext = createContext<NumberedCodebook>(DEFAULT_CODEBOOK);

/** The codebook of the project that the page is in. */
export function useCodebook(): NumberedCodebook {
  return useContext(CodebookContext);
}

/** The keys of all tags, in the order of the codebook. */
export function useTags(): readonly Tag[] {
  return useCodebook().tags.map(({ key }) => key);
}

/** The keys of the tags that can be given; what something is tagged with already is always among them. */
export function useOfferedTags(...given: readonly Tag[]): readonly Tag[] {
  const codebook = useCodebook();
  const offered = offeredTags(codebook);
  return codebook.tags
    .filter((tag) => offered.includes(tag) || given.includes(tag.key))
    .map(({ key }) => key);
}

import { offeredTags } from '../../src/domain/codebook/codebook.ts';
import type { Project } from '../../src/domain/project.ts';
import { t } from '../../src/messages/language.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { Definition } from './_definition.tsx';

/** What the tags mean, over the article that they are given in; scripts open it. */
export function DefinitionsDialog({ project }: { project: Project }) {
  return (
    <dialog
      id="definitions-dialog"
      class="sheet-dialog definitions"
      aria-labelledby="definitions-dialog-heading"
    >
      <form method="dialog" class="dialog-head">
        <h2 id="definitions-dialog-heading">{t('codebook.whatTagsMean')}</h2>
        <button>{t('help.close')}</button>
      </form>
      {offeredTags(useCodebook()).map((tag) => (
        <Definition tag={tag} level="h3" />
      ))}
      <p class="actions">
        <a href={`/projects/${encodeURIComponent(project.slug)}/codebook`}>{t('codebook.whole')}</a>
      </p>
    </dialog>
  );
}

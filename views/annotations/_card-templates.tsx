import type { Annotation } from '../../src/domain/annotation.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import { useOfferedTags } from '../shared/_codebook.tsx';
import { Card } from './_form.tsx';

/** A card for each tag with nothing in it, which scripts open before the server has answered. */
export function CardTemplates({ articleId }: { articleId: string }) {
  return (
    <>
      {useOfferedTags().map((tag) => (
        <template id={`card-${tag}`}>
          <Card annotation={{ ...BLANK, articleId, tag }} />
        </template>
      ))}
    </>
  );
}

/** Its id is replaced by the client (`src/client/cards.ts`); version 0 says that nothing is saved yet. */
const BLANK: Omit<Annotation, 'tag'> = {
  ...NO_ATTRIBUTES,
  id: 'NEW',
  projectId: '',
  articleId: '',
  annotatorId: '',
  lane: '',
  start: 0,
  end: 0,
  parts: [],
  text: '',
  answers: null,
  origin: 'manual',
  version: 0,
  createdAt: new Date(0),
  updatedAt: new Date(0),
};

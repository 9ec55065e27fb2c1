import type { Article } from '../../src/domain/article.ts';
import { TAG_FACTS, TAGS } from '../../src/domain/tag.ts';
import { Icon, type IconName } from '../shared/_icon.tsx';
import { tagClass } from '../shared/tags.ts';

/** How much of the article is done. */
export function Progress({ article }: { article: Article }) {
  const { coded, sentences } = article.counts;
  return (
    <p class="progress numbers" id="progress">
      <span>
        {coded} of {sentences} <span class="long">sentences coded</span>
      </span>
      <progress value={coded} max={Math.max(1, sentences)} aria-label="Sentences coded" />
    </p>
  );
}

/** How many annotations of each tag there are. */
export function Counts({ article }: { article: Article }) {
  return (
    <p class="counts numbers" id="counts">
      {TAGS.map((tag) => (
        <span class={tagClass(tag)}>
          <span class="letter" aria-hidden="true">
            {TAG_FACTS[tag].letter}
          </span>{' '}
          <span class="hidden-words">{TAG_FACTS[tag].plural}: </span>
          {article.counts[tag]}
        </span>
      ))}
    </p>
  );
}

export interface HistoryProps {
  readonly articleId: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Undo and redo: the person's own steps in this article. */
export function History({ articleId, canUndo, canRedo }: HistoryProps) {
  return (
    <div class="history" id="history">
      <StepForm articleId={articleId} step="undo" name="Undo" sign="undo" keys="Z" possible={canUndo} />
      <StepForm articleId={articleId} step="redo" name="Redo" sign="redo" keys="Shift+Z" possible={canRedo} />
    </div>
  );
}

interface StepFormProps {
  readonly articleId: string;
  readonly step: 'undo' | 'redo';
  readonly name: string;
  readonly sign: IconName;
  readonly keys: string;
  readonly possible: boolean;
}

function StepForm({ articleId, step, name, sign, keys, possible }: StepFormProps) {
  const address = `/articles/${articleId}/${step}`;
  return (
    <form method="post" action={address} hx-post={address} hx-swap="none" data-command={step}>
      <button class="quiet" id={step} aria-label={name} title={`${name} (${keys})`} disabled={!possible}>
        <Icon name={sign} />
      </button>
    </form>
  );
}

import { sayChord } from '../../src/domain/chord.ts';
import type { Coding } from '../../src/domain/coding.ts';
import { countOf } from '../../src/domain/tag.ts';
import { rich, t } from '../../src/messages/language.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { Icon, type IconName } from '../shared/_icon.tsx';
import { useKeys, useShortcuts } from '../shared/_key.tsx';
import { letterOf, tagClass } from '../shared/tags.ts';

/**
 * How much of the article is done; a link to the next sentence that is not. It carries the time of the last
 * change too, by which the client tells an old page (`src/client/old-page.ts`).
 */
export function Progress({ coding }: { coding: Coding }) {
  const { articleId, counts, updatedAt } = coding;
  const { coded, sentences } = counts;
  return (
    <p
      class="progress numbers"
      id="progress"
      data-article={articleId}
      data-changed={updatedAt?.getTime() ?? 0}
    >
      <a href={`/articles/${articleId}?at=continue`} title={t('reading.toNext')}>
        <span>
          {rich(
            'reading.progress',
            { rest: (words) => <span class="long">{words}</span> },
            { coded, sentences },
          )}
        </span>{' '}
        <progress value={coded} max={Math.max(1, sentences)} aria-hidden="true" />
      </a>
    </p>
  );
}

/** How many annotations of each tag there are. */
export function Counts({ coding }: { coding: Coding }) {
  const codebook = useCodebook();
  return (
    <p class="counts numbers" id="counts">
      {codebook.tags.map(({ key: tag }) => (
        <span class={tagClass(codebook, tag)}>
          <span class="letter" aria-hidden="true">
            {letterOf(codebook, tag)}
          </span>{' '}
          <span class="hidden-words">{t(`tagNames.${tag}`)}: </span>
          {countOf(coding.counts.tags, tag)}
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
      <StepForm articleId={articleId} step="undo" name={t('reading.undo')} sign="undo" possible={canUndo} />
      <StepForm articleId={articleId} step="redo" name={t('reading.redo')} sign="redo" possible={canRedo} />
    </div>
  );
}

interface StepFormProps {
  readonly articleId: string;
  readonly step: 'undo' | 'redo';
  readonly name: string;
  readonly sign: IconName;
  readonly possible: boolean;
}

function StepForm({ articleId, step, name, sign, possible }: StepFormProps) {
  const [key] = useKeys().keymap[step];
  const address = `/articles/${articleId}/${step}`;
  return (
    <form method="post" action={address} hx-post={address} hx-swap="none" data-command={step}>
      <button
        class="quiet"
        id={step}
        aria-label={name}
        aria-keyshortcuts={useShortcuts(step)}
        title={key === undefined ? name : `${name} (${sayChord(key)})`}
        disabled={!possible}
      >
        <Icon name={sign} />
      </button>
    </form>
  );
}

import type { Tag } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { shorten } from '../annotations/_entry.tsx';
import { useCodebook } from '../shared/_codebook.tsx';
import { tagClass } from '../shared/tags.ts';

/** What a thread is about. */
export interface ShownTopic {
  readonly articleId: string;
  readonly title: string;
  readonly kind: 'annotation' | 'sentence' | 'case';
  readonly words: string;
  readonly start: number | null;
  readonly tag: Tag | null;
  readonly isGone: boolean;
  readonly whose: string | null;
}

const KINDS = {
  annotation: 'comments.onAnnotation',
  sentence: 'comments.onSentence',
  case: 'comments.onCase',
} as const;

/** Where it stands. */
function addressOf({ articleId, kind, start, isGone }: ShownTopic, annotationId: string | null): string {
  if (kind === 'case') return `/articles/${articleId}/adjudicate#case-${annotationId}`;
  if (annotationId) return isGone ? `/annotations/${annotationId}/history` : `/annotations/${annotationId}`;
  return `/articles/${articleId}?at=${start ?? 0}`;
}

export interface TopicProps {
  readonly topic: ShownTopic;
  readonly annotationId: string | null;
  /** Whether the article has to be named. */
  readonly withTitle?: boolean;
}

/** What a thread is about, in a line with its words. */
export function Topic({ topic, annotationId, withTitle = false }: TopicProps) {
  const { articleId, title, kind, words, tag, isGone, whose } = topic;
  const codebook = useCodebook();
  const facts = [t(KINDS[kind]), tag && t(`tagName.${tag}`), whose && t('comments.whose', { whose })];
  return (
    <>
      {withTitle && (
        <p>
          <a href={`/articles/${articleId}/comments`} dir="auto">
            {title}
          </a>
        </p>
      )}
      <p class={tag ? tagClass(codebook, tag) : undefined}>
        <a href={addressOf(topic, annotationId)}>{facts.filter(Boolean).join(' · ')}</a>
      </p>
      {words && <blockquote dir="auto">{shorten(words, 280)}</blockquote>}
      {isGone && <p class="faint">{t('comments.gone')}</p>}
    </>
  );
}

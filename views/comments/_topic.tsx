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
function addressOf({ topic, annotationId, kept = {} }: TopicProps): string {
  const { articleId, kind, start, isGone } = topic;
  const query = new URLSearchParams(kept).toString();
  if (kind === 'case') return `/articles/${articleId}/adjudicate${query && `?${query}`}#case-${annotationId}`;
  if (annotationId) return isGone ? `/annotations/${annotationId}/history` : `/annotations/${annotationId}`;
  return `/articles/${articleId}?at=${start ?? 0}`;
}

export interface TopicProps {
  readonly topic: ShownTopic;
  readonly annotationId: string | null;
  /** Whether the article has to be named. */
  readonly withTitle?: boolean;
  /** What links carry to keep coders' names hidden. */
  readonly kept?: Readonly<Record<string, string>>;
}

/** What a thread is about, in a line with its words. */
export function Topic(props: TopicProps) {
  const { topic, withTitle = false } = props;
  const { articleId, title, kind, words, tag, isGone, whose } = topic;
  const codebook = useCodebook();
  const facts = [t(KINDS[kind]), tag && t(`tagName.${tag}`), whose && t('comments.whose', { whose })];
  return (
    <>
      <p class={tag ? `topic ${tagClass(codebook, tag)}` : 'topic'}>
        {withTitle && (
          <>
            <a href={`/articles/${articleId}/comments`} dir="auto">
              {title}
            </a>
            {' · '}
          </>
        )}
        <a href={addressOf(props)}>{facts.filter(Boolean).join(' · ')}</a>
      </p>
      {words && (
        <blockquote class="topic-words" dir="auto">
          {shorten(words, 280)}
        </blockquote>
      )}
      {isGone && <p class="faint">{t('comments.gone')}</p>}
    </>
  );
}

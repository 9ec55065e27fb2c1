import { shorten } from '../../../views/annotations/_entry.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { formatParts, parseParts } from '../../domain/annotation.ts';
import type { ArticleText } from '../../domain/article.ts';
import type { Change } from '../../domain/history.ts';
import { t } from '../../messages/language.ts';

/** What undo or redo did, for those who do not see it; the client has it said. */
export function Told({ which, text, changes }: ToldProps) {
  const what = sayChanges(text, changes);
  return (
    <Partial target="#told" swap="textContent">
      {which === 'undo' ? t('reading.undone', { what }) : t('reading.redone', { what })}
    </Partial>
  );
}

interface ToldProps {
  readonly which: 'undo' | 'redo';
  readonly text: ArticleText;
  readonly changes: readonly Change[];
}

/** One change in words; of a step that finishes the coding that alone; of one that tags and takes "nothing here" away, the tag. */
function sayChanges(text: ArticleText, changes: readonly Change[]): string {
  const finished = changes.find(({ subject }) => subject === 'coding');
  if (finished) return sayChange(text, finished);
  const annotations = changes.filter(({ subject }) => subject === 'annotation');
  const [first] = annotations.length > 0 ? annotations : changes;
  const count = Math.max(annotations.length, 1);
  const isOne = annotations.length === 1 || changes.length === 1;
  if (isOne && first) return sayChange(text, first);
  return t('reading.changes', { count: annotations.length > 0 ? count : changes.length });
}

function sayChange(text: ArticleText, change: Change): string {
  const at = (start = 0, end = start) => shorten(text.text.slice(start, end), 90);
  switch (change.subject) {
    case 'annotation':
      return sayAnnotation(change);
    case 'sentence-mark': {
      const sentence = text.sentences[(change.after ?? change.before)?.sentence ?? -1];
      const words = at(sentence?.start, sentence?.end);
      return change.after ? t('reading.nothingHere', { words }) : t('reading.somethingHere', { words });
    }
    case 'dismissal': {
      const parts = parseParts((change.after ?? change.before)?.parts ?? '0-0');
      const words = at(parts[0]?.start, parts.at(-1)?.end);
      return change.after ? t('reading.dismissed', { words }) : t('reading.offered', { words });
    }
    case 'article':
      return t('reading.details');
    case 'coding':
      return change.after?.state === 'done' ? t('work.toldDone') : t('work.toldOpen');
    case 'decision':
      return t('adjudication.toldDecision');
    case 'link':
      return change.after ? t('links.toldLinked') : t('links.toldUnlinked');
  }
}

function sayAnnotation({ before, after }: Extract<Change, { subject: 'annotation' }>): string {
  const shown = after ?? before;
  if (!shown) return t('reading.details');
  const said = { tag: t(`tagName.${shown.tag}`), words: shorten(shown.text, 90) };
  if (!before) return t('reading.added', said);
  if (!after) return t('reading.removed', said);
  return formatParts(before.parts) === formatParts(after.parts)
    ? t('reading.changed', said)
    : t('reading.placed', said);
}

import type { Annotation } from '../../src/domain/annotation.ts';
import type { AnnotationDifference, AnnotationVersion } from '../../src/domain/annotation-history.ts';
import type { Article } from '../../src/domain/article.ts';
import { ATTRIBUTES, type AttributeName } from '../../src/domain/attributes.ts';
import { inWords, t } from '../../src/messages/language.ts';
import { shorten } from '../annotations/_entry.tsx';
import { moment } from '../shared/dates.ts';

export interface AnnotationHistoryProps {
  readonly article: Article;
  readonly annotation: Annotation;
  readonly isDeleted: boolean;
  readonly versions: readonly AnnotationVersion[];
  /** What annotators are called, and which of them the reader is. */
  readonly names: ReadonlyMap<string, string>;
  readonly ownIds: readonly string[];
  readonly mayRestore: boolean;
  readonly formKey: string;
  /** Why nothing was restored. */
  readonly problem?: string | undefined;
}

/** What an annotation has been: each version with who made it, when, and what it changed; latest first. */
export function AnnotationHistory(props: AnnotationHistoryProps) {
  const { article, annotation, isDeleted, versions, problem, mayRestore } = props;
  const canRestore = mayRestore && versions.some(({ after, isCurrent }) => after && !isCurrent);
  return (
    <main id="main" tabIndex={-1}>
      <p>
        <a href={`/articles/${article.id}?at=${annotation.start}`} dir="auto">
          {article.title}
        </a>
        {' · '}
        {isDeleted ? (
          <a href={`/articles/${article.id}/deletions`}>{t('annotationHistory.deletedHeading')}</a>
        ) : (
          <a href={`/annotations/${annotation.id}`}>{t('annotation.title')}</a>
        )}
      </p>
      <h1>{t('annotationHistory.heading')}</h1>
      <blockquote class="sentence-words" dir="auto">
        {annotation.text}
      </blockquote>
      {isDeleted && <p>{t('annotationHistory.isDeleted')}</p>}
      <p class="wrong" role={problem ? 'alert' : undefined}>
        {problem}
      </p>
      {versions.length === 0 && <p>{t('annotationHistory.none')}</p>}
      {canRestore && <p class="hint">{t('annotationHistory.restoreHint')}</p>}
      <ol class="versions">
        {versions.map((version, at) => (
          <Version {...props} version={version} isLatest={at === 0} />
        ))}
      </ol>
    </main>
  );
}

const DEEDS = {
  create: 'annotationHistory.created',
  update: 'annotationHistory.changed',
  delete: 'annotationHistory.deleted',
  undo: 'annotationHistory.undone',
  redo: 'annotationHistory.redone',
} as const;

function sayDeed({ action }: AnnotationVersion): string {
  const [, key] = Object.entries(DEEDS).find(([known]) => known === action) ?? [];
  return t(key ?? 'annotationHistory.changed');
}

type VersionProps = AnnotationHistoryProps & { version: AnnotationVersion; isLatest: boolean };

function Version(props: VersionProps) {
  const { version, names, ownIds, mayRestore, isLatest, isDeleted } = props;
  const { annotatorId, at, differences, after, isCurrent } = version;
  const deed = sayDeed(version);
  const name = names.get(annotatorId) ?? '';
  const said = ownIds.includes(annotatorId)
    ? t('annotationHistory.byYou', { deed })
    : t('annotationHistory.by', { deed, name });
  return (
    <li class="version">
      <p>
        <strong dir="auto">{said}</strong>{' '}
        <time class="faint" dateTime={at.toISOString()}>
          {moment(at)}
        </time>
        {isLatest && !isDeleted && <span class="faint"> · {t('annotationHistory.now')}</span>}
      </p>
      {after && (
        <ul>
          {differences.map((difference) => (
            <li dir="auto">{sayDifference(difference)}</li>
          ))}
          {differences.length === 0 && <li class="faint">{t('annotationHistory.noChange')}</li>}
        </ul>
      )}
      {after && !isCurrent && mayRestore && <Restore {...props} />}
    </li>
  );
}

function Restore({ annotation, version, formKey }: VersionProps) {
  return (
    <form method="post" action={`/annotations/${annotation.id}/restoration`}>
      <input type="hidden" name="form_key" value={formKey} />
      <input type="hidden" name="version" value={annotation.version} />
      <button
        name="event"
        value={version.id}
        aria-label={t('annotationHistory.restoreOf', { when: moment(version.at) })}
      >
        {t('annotationHistory.restore')}
      </button>
    </form>
  );
}

function sayDifference(difference: AnnotationDifference): string {
  const { what, before, after } = saidSides(difference);
  if (difference.before === null) return t('annotationHistory.set', { what, after });
  return t('annotationHistory.from', { what, before, after });
}

function saidSides(difference: AnnotationDifference) {
  if (difference.what === 'tag') {
    const { before, after } = difference;
    return {
      what: t('annotation.tag'),
      before: before ? t(`tagName.${before}`) : '',
      after: t(`tagName.${after}`),
    };
  }
  if (difference.what === 'words') {
    const { before, after } = difference;
    return { what: t('annotationHistory.words'), before: quoted(before ?? ''), after: quoted(after) };
  }
  if (difference.what === 'own') {
    const { key, before, after } = difference;
    const nothing = t('annotationHistory.empty');
    return { what: t(`ownFieldName.${key}`), before: before ?? nothing, after: after ?? nothing };
  }
  const { name, before, after } = difference;
  return {
    what: t(`attributeName.${name}`),
    before: sayValue(name, before),
    after: sayValue(name, after),
  };
}

function quoted(words: string): string {
  return `“${shorten(words, 280)}”`;
}

function sayValue(name: AttributeName, value: string | number | null): string {
  if (value === null) return t('annotationHistory.empty');
  if (typeof value === 'number') return inWords(value);
  const rule = ATTRIBUTES.find((known) => known.name === name);
  const choice = rule?.choices?.find((known) => known === value);
  return choice ? t(`choice.${choice}`) : value;
}

import type { Response } from 'express';
import type { VNode } from 'preact';
import { Entry } from '../../../views/annotations/_entry.tsx';
import { Card, Version } from '../../../views/annotations/_form.tsx';
import { MarkedBlock } from '../../../views/articles/_block.tsx';
import { Counts, History, type HistoryProps, Progress } from '../../../views/articles/_state.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import type { LoadedArticle } from '../../actions/load.ts';
import { formatParts, parseParts } from '../../domain/annotation.ts';
import type { Change } from '../../domain/history.ts';
import { sectionAt, sectionsOf } from '../../domain/section.ts';
import { findAnnotation } from '../../store/annotations.ts';
import { findArticle } from '../../store/articles.ts';
import type { Db } from '../../store/client.ts';
import { type Span, touching } from '../../text/span.ts';
import { sendFragments } from '../render.tsx';
import { markupOf } from './reading.ts';

/** How an entry of the list is shown after a change: closed, opened anew, or left as it stands but for its version. */
export type EntryView = 'entry' | 'card' | 'version';

/** How what was changed is to be shown. */
export interface Showing {
  readonly viewOf?: (annotationId: string) => EntryView;
  /** What can be undone and redone now, where it was not a change of the person's own that was just made. */
  readonly steps?: Pick<HistoryProps, 'canUndo' | 'canRedo'>;
}

const AFTER_A_CHANGE = { canUndo: true, canRedo: false };

/** The fragments of the reading page that changes touch: blocks, entries of the list, counts, undo and redo. */
export async function changedFragments(
  db: Db,
  loaded: LoadedArticle,
  changes: readonly Change[],
  { viewOf = () => 'entry', steps = AFTER_A_CHANGE }: Showing = {},
): Promise<VNode[]> {
  const article = await findArticle(db, loaded.member.projectId, loaded.article.id);
  if (!article) return [];
  const now = { ...loaded, article };
  return [
    ...(await blockFragments(db, now, changes)),
    ...(await entryFragments(db, now, changes, viewOf)),
    ...stateFragments(now, steps),
  ];
}

/** Past this many changes the page is fetched anew: it is quicker than a fragment for each. */
const MOST_FRAGMENTS = 40;

/** Answers htmx with what changes touch. */
export async function sendChanges(
  response: Response,
  loaded: LoadedArticle,
  changes: readonly Change[],
  showing: Showing = {},
): Promise<void> {
  if (changes.length > MOST_FRAGMENTS) {
    response.set('HX-Refresh', 'true').end();
    return;
  }
  sendFragments(response, await changedFragments(response.locals.database.db, loaded, changes, showing));
}

async function blockFragments(db: Db, loaded: LoadedArticle, changes: readonly Change[]): Promise<VNode[]> {
  const { text } = loaded;
  const touched = new Set<number>();
  for (const span of spansOf(loaded, changes)) {
    const [from, to] = touching(text.blocks, span);
    for (let index = from; index < to; index++) touched.add(index);
  }
  const fragments: VNode[] = [];
  for (const index of touched) {
    const block = text.blocks[index];
    if (!block) continue;
    const markup = await markupOf(db, loaded, block);
    fragments.push(
      <Partial target={`#b${index}`} swap="outerMorph">
        <MarkedBlock text={text} index={index} block={block} markup={markup} />
      </Partial>,
    );
  }
  return fragments;
}

/** Where the text looks different after the changes. */
export function spansOf({ text }: LoadedArticle, changes: readonly Change[]): Span[] {
  return changes.flatMap((change) => {
    if (change.subject === 'annotation')
      return [...(change.before?.parts ?? []), ...(change.after?.parts ?? [])];
    if (change.subject === 'dismissal') return parseParts((change.after ?? change.before)?.parts ?? '0-0');
    if (change.subject !== 'sentence-mark') return [];
    const sentence = text.sentences[(change.after ?? change.before)?.sentence ?? -1];
    return sentence ? [sentence] : [];
  });
}

async function entryFragments(
  db: Db,
  { member, text }: LoadedArticle,
  changes: readonly Change[],
  viewOf: (annotationId: string) => EntryView,
): Promise<VNode[]> {
  const sections = sectionsOf(text.blocks, text.text.length);
  const fragments: VNode[] = [];
  for (const { subject, subjectId, before, after } of changes) {
    if (subject !== 'annotation') continue;
    const annotation = await findAnnotation(db, member.projectId, subjectId);
    const view = viewOf(subjectId);
    if (annotation && view === 'version') {
      fragments.push(<VersionFragment annotation={annotation} />);
      continue;
    }
    const isMoved = !before || !after || formatParts(before.parts) !== formatParts(after.parts);
    if (isMoved) fragments.push(<Partial target={`#entry-${subjectId}`} swap="delete" />);
    if (!annotation) continue;
    const section = sectionAt(sections, annotation.start);
    fragments.push(
      <Partial target={`#entries-${section?.index ?? 0}`} swap="upsert key:data-order">
        {view === 'card' ? (
          <Card annotation={annotation} takesFocus={true} />
        ) : (
          <Entry annotation={annotation} />
        )}
      </Partial>,
    );
  }
  return fragments;
}

function VersionFragment({ annotation }: { annotation: Parameters<typeof Version>[0]['annotation'] }) {
  return (
    <Partial target={`#version-${annotation.id}`} swap="outerHTML">
      <Version annotation={annotation} />
    </Partial>
  );
}

function stateFragments({ article }: LoadedArticle, steps: NonNullable<Showing['steps']>): VNode[] {
  return [
    <Partial target="#progress" swap="outerHTML">
      <Progress article={article} />
    </Partial>,
    <Partial target="#counts" swap="outerHTML">
      <Counts article={article} />
    </Partial>,
    <Partial target="#history" swap="outerMorph">
      <History articleId={article.id} {...steps} />
    </Partial>,
    <Partial target="#notice" swap="innerHTML" />,
  ];
}

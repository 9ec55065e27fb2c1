import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { Entry, sentenceNumber } from '../../../views/annotations/_entry.tsx';
import { Card, Version } from '../../../views/annotations/_form.tsx';
import { Links, type LinksProps } from '../../../views/annotations/_links.tsx';
import { MarkedBlock, type Markup } from '../../../views/articles/_block.tsx';
import { Completion } from '../../../views/articles/_completion.tsx';
import { Counts, History, Progress } from '../../../views/articles/_state.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import type { DoneBefore } from '../../actions/done-before.ts';
import { canFinish } from '../../actions/finish-coding.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { linksOf } from '../../actions/read-links.ts';
import { type Annotation, formatParts } from '../../domain/annotation.ts';
import { type Change, spansOf } from '../../domain/history.ts';
import type { LinksSeen } from '../../domain/link.ts';
import { sectionAt, sectionsOf } from '../../domain/section.ts';
import type { Db } from '../../store/client.ts';
import { annotationsById } from '../../store/standing.ts';
import type { SavedStep } from '../../store/steps.ts';
import { codingEventsOf } from '../../store/stored-events.ts';
import { type Span, touching } from '../../text/span.ts';
import { openTalkOn } from '../comments/talk.tsx';
import { receiptOf } from '../receipt.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { othersIn } from './others.ts';
import { markupFrom, markupOf } from './reading.ts';

/**
 * How an entry of the list is shown after a change: closed, opened anew, or left as it stands but for its
 * version.
 */
export type EntryView = 'entry' | 'card' | 'version';

/**
 * The fragments of the reading page that a step touches: blocks, entries of the list, counts, undo and redo.
 */
export async function changedFragments(
  db: Db,
  loaded: LoadedArticle,
  saved: SavedStep,
  viewOf: (annotationId: string) => EntryView = () => 'entry',
): Promise<VNode[]> {
  const links = await linksOf(db, loaded, saved.coding);
  const others = await othersIn(db, loaded, saved.standing.annotations);
  const talk = (await openTalkOn(db, loaded)).on;
  return [
    ...(await blockFragments(db, loaded, saved)),
    ...entryFragments(loaded, saved, viewOf, { others, talk, links }),
    ...(await linkedEntries(db, loaded, saved, viewOf, { talk, links })),
    ...stateFragments(saved),
    ...(canFinish(loaded) ? [<CompletionFragment coding={saved.coding} />] : []),
  ];
}

/** Past this many changes the page is fetched anew: it is quicker than a fragment for each. */
export const MAX_FRAGMENTS = 40;

/** How an answer shows what a step did, where that is not the usual. */
export interface Showing {
  readonly viewOf?: (annotationId: string) => EntryView;
  /** Fragments beside those of the step. */
  readonly others?: readonly VNode[];
  readonly status?: number;
}

/** Answers htmx with what a step touches. */
export async function sendChanges(
  response: Response,
  loaded: LoadedArticle,
  saved: SavedStep,
  { viewOf, others = [], status = 200 }: Showing = {},
): Promise<void> {
  const isMuch = saved.shown.length > MAX_FRAGMENTS;
  if (isMuch) response.set('HX-Refresh', 'true');
  const { db } = response.locals.database;
  const fragments = isMuch ? [] : await changedFragments(db, loaded, saved, viewOf);
  sendFragments(response, [...fragments, ...others], status, receiptOf(saved, loaded.requestKey));
}

/** Answers a request that is sent again, by htmx or by a plain form, with what it has done the first time. */
export function sendDoneBefore(
  request: Request,
  response: Response,
  { loaded, saved }: DoneBefore,
): Promise<void> | void {
  if (wantsFragments(request)) return sendChanges(response, loaded, saved);
  redirect(response, `/articles/${loaded.article.id}`);
}

/**
 * The blocks in which an annotation stands or once stood, as they are now: a page that has not heard of a change shows it
 * where it was.
 */
export async function blocksOfAnnotation(
  db: Db,
  loaded: LoadedArticle,
  { id, parts }: Annotation,
): Promise<VNode[]> {
  const changes = (await codingEventsOf(db, loaded, id)).map(({ change }) => change);
  const spans = [...parts, ...spansOf(loaded.text, changes)];
  return drawBlocks(loaded, spans, (block) => markupOf(db, loaded, block));
}

function blockFragments(db: Db, loaded: LoadedArticle, { shown, standing }: SavedStep): Promise<VNode[]> {
  return drawBlocks(loaded, spansOf(loaded.text, shown), (block) => markupFrom(db, loaded, block, standing));
}

async function drawBlocks(
  { text }: LoadedArticle,
  spans: readonly Span[],
  markupIn: (block: Span) => Promise<Markup>,
): Promise<VNode[]> {
  const touched = new Set<number>();
  for (const span of spans) {
    const [from, to] = touching(text.blocks, span);
    for (let index = from; index < to; index++) touched.add(index);
  }
  const fragments: VNode[] = [];
  for (const index of touched) {
    const block = text.blocks[index];
    if (!block) continue;
    fragments.push(
      <Partial target={`#b${index}`} swap="outerMorph">
        <MarkedBlock text={text} index={index} block={block} markup={await markupIn(block)} />
      </Partial>,
    );
  }
  return fragments;
}

/** What an entry tells beside its annotation, by ids. */
interface Beside {
  /** How many open comments there are. */
  readonly talk: ReadonlyMap<string, number>;
  readonly links: LinksSeen;
}

function entryFragments(
  { text }: LoadedArticle,
  { shown, standing }: SavedStep,
  viewOf: (annotationId: string) => EntryView,
  { others, talk, links }: Beside & { readonly others: ReadonlyMap<string, string> },
): VNode[] {
  const sections = sectionsOf(text.blocks, text.text.length);
  const annotations = new Map(standing.annotations.map((annotation) => [annotation.id, annotation]));
  const fragments: VNode[] = [];
  for (const { subject, subjectId, before, after } of shown) {
    if (subject !== 'annotation') continue;
    const annotation = annotations.get(subjectId);
    const view = viewOf(subjectId);
    if (annotation && view === 'version') {
      fragments.push(<VersionFragment annotation={annotation} />);
      continue;
    }
    const isMoved = !before || !after || formatParts(before.parts) !== formatParts(after.parts);
    if (isMoved) fragments.push(<Partial target={`#entry-${subjectId}`} swap="delete" />);
    if (!annotation) continue;
    const section = sectionAt(sections, annotation.start);
    const whose = others.get(annotation.annotatorId);
    const sentence = sentenceNumber(text, annotation.start);
    const entry = { annotation, sentence, whose, comments: talk.get(subjectId) };
    const linked = links.get(annotation.id) ?? [];
    fragments.push(
      <Partial target={`#entries-${section?.index ?? 0}`} swap="upsert key:data-order">
        {view === 'card' ? (
          <Card {...entry} links={<CardLinks annotation={annotation} links={linked} />} />
        ) : (
          <Entry {...entry} links={linked} />
        )}
      </Partial>,
    );
  }
  return fragments;
}

/** Of whoever has just changed the annotation, so they may link it. */
function CardLinks(props: Pick<LinksProps, 'annotation' | 'links'>) {
  return <Links {...props} mayWrite formKey={randomUUID()} place="list" />;
}

/** The entries whose links have changed, where a step has not changed them otherwise. */
async function linkedEntries(
  db: Db,
  loaded: LoadedArticle,
  { shown }: SavedStep,
  viewOf: (annotationId: string) => EntryView,
  { talk, links }: Beside,
): Promise<VNode[]> {
  const drawn = new Set(shown.map(({ subjectId }) => subjectId));
  const ends = shown.flatMap((change) => (change.subject === 'link' ? endsOf(change) : []));
  const ids = [...new Set(ends)].filter((id) => !drawn.has(id) && viewOf(id) === 'entry');
  if (ids.length === 0) return [];
  const found = [...(await annotationsById(db, ids)).values()].filter(({ isDeleted }) => !isDeleted);
  const annotations = found.map(({ annotation }) => annotation);
  const others = await othersIn(db, loaded, annotations);
  return annotations.map((annotation) => (
    <Partial target={`#entry-${annotation.id}`} swap="outerMorph">
      <Entry
        annotation={annotation}
        sentence={sentenceNumber(loaded.text, annotation.start)}
        whose={others.get(annotation.annotatorId)}
        comments={talk.get(annotation.id)}
        links={links.get(annotation.id)}
      />
    </Partial>
  ));
}

function endsOf({ before, after }: Extract<Change, { subject: 'link' }>): string[] {
  const link = after ?? before;
  return link ? [link.fromId, link.toId] : [];
}

function VersionFragment({ annotation }: { annotation: Parameters<typeof Version>[0]['annotation'] }) {
  return (
    <Partial target={`#version-${annotation.id}`} swap="outerHTML">
      <Version annotation={annotation} />
    </Partial>
  );
}

function CompletionFragment({ coding }: Pick<SavedStep, 'coding'>) {
  return (
    <Partial target="#completion" swap="outerMorph">
      <Completion coding={coding} />
    </Partial>
  );
}

function stateFragments({ article, coding, standing }: SavedStep): VNode[] {
  return [
    <Partial target="#progress" swap="outerHTML">
      <Progress coding={coding} />
    </Partial>,
    <Partial target="#counts" swap="outerHTML">
      <Counts coding={coding} />
    </Partial>,
    <Partial target="#history" swap="outerMorph">
      <History articleId={article.id} {...standing.undoState} />
    </Partial>,
    <Partial target="#notice" swap="innerHTML" />,
  ];
}

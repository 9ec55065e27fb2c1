import type { Request, RequestHandler, Response } from 'express';
import type { VNode } from 'preact';
import type { Typed } from '../../../views/annotations/_form.tsx';
import type { LinksProps } from '../../../views/annotations/_links.tsx';
import { Partial } from '../../../views/shared/_partial.tsx';
import { linkAnnotations, unlinkAnnotations } from '../../actions/link-annotations.ts';
import type { LoadedAnnotation } from '../../actions/load.ts';
import { InvalidInputError } from '../../domain/errors.ts';
import { linkKindOf } from '../../domain/link.ts';
import { t } from '../../messages/language.ts';
import type { SavedStep } from '../../store/steps.ts';
import { sendChanges } from '../articles/changed.tsx';
import { changing } from '../changing.ts';
import { fieldsOf } from '../fields.ts';
import { redirect, sendFragments, wantsFragments } from '../render.tsx';
import { linksOn } from './links-shown.tsx';
import { loadFrom } from './load.ts';
import { sendAnnotationPage } from './show.tsx';

/** Links an annotation to the one called `to`, as `kind` says. */
export const createAnnotationLink: RequestHandler = changing(async (request, response) => {
  const loaded = await loadFrom(request, response);
  const { kind = '', to: toId = '' } = fieldsOf(request);
  const { db } = response.locals.database;
  try {
    await sendLinked(request, response, loaded, await linkAnnotations(db, loaded, { kind, toId }));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const typed = { values: { kind, to: toId }, problems: error.fields };
    if (!wantsFragments(request)) return sendAnnotationPage(request, response, loaded, { linking: typed });
    sendFragments(response, [await sectionOf(response, loaded, 'list', { typed })], 422);
  }
});

/** Takes a link away: the one of this `kind` between the annotations `from` and `to`. */
export const destroyAnnotationLink: RequestHandler = changing(async (request, response) => {
  const loaded = await loadFrom(request, response);
  const { from: fromId = '', to: toId = '', kind: key } = fieldsOf(request);
  const kind = linkKindOf(key);
  if (!kind) throw new InvalidInputError({ kind: t('links.chooseKind') });
  const { db } = response.locals.database;
  const saved = await unlinkAnnotations(db, loaded, { fromId, toId, kind });
  await sendLinked(request, response, loaded, saved);
});

async function sendLinked(
  request: Request,
  response: Response,
  loaded: LoadedAnnotation,
  saved: SavedStep,
): Promise<void> {
  const { id } = loaded.annotation;
  if (!wantsFragments(request)) return redirect(response, `/annotations/${id}#links-${id}`);
  const others = [await sectionOf(response, { ...loaded, coding: saved.coding }, 'list')];
  await sendChanges(response, loaded, saved, { viewOf: (of) => (of === id ? 'version' : 'entry'), others });
}

/** The links of an annotation in the place of those that the page shows. */
async function sectionOf(
  response: Response,
  loaded: LoadedAnnotation,
  place: LinksProps['place'],
  form?: { readonly typed?: Typed },
): Promise<VNode> {
  return (
    <Partial target={`#links-${loaded.annotation.id}`} swap="outerHTML">
      {await linksOn(response, loaded, place, form)}
    </Partial>
  );
}

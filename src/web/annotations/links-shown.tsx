import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { VNode } from 'preact';
import type { Typed } from '../../../views/annotations/_form.tsx';
import { Links, type LinksProps } from '../../../views/annotations/_links.tsx';
import type { LoadedAnnotation } from '../../actions/load.ts';
import { linksOf, othersToLink } from '../../actions/read-links.ts';
import { may } from '../../domain/permission.ts';

/** The links of an annotation, with the form that makes one where that is asked for. */
export async function linksOn(
  response: Response,
  loaded: LoadedAnnotation,
  place: LinksProps['place'],
  form?: { readonly typed?: Typed | undefined },
): Promise<VNode> {
  const { db } = response.locals.database;
  const { annotation, coding, member } = loaded;
  const mayWrite = may(member, 'writeCoding', annotation);
  const props = {
    annotation,
    links: (await linksOf(db, loaded, coding)).get(annotation.id) ?? [],
    mayWrite,
    form: form && mayWrite ? { ...form, others: await othersToLink(db, loaded) } : undefined,
    formKey: randomUUID(),
    place,
  };
  return <Links {...props} />;
}

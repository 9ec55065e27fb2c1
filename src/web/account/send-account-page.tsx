import type { Response } from 'express';
import type { ComponentChildren } from 'preact';
import { sendPage, sendPlainPage } from '../render.tsx';
import { viewerOf } from '../viewer.ts';

/** Answers with a page about one's own account, which people have who are in no project yet. */
export function sendAccountPage(
  response: Response,
  { title, children }: { readonly title: string; readonly children: ComponentChildren },
  status = 200,
): void {
  if (response.locals.atDesk.projects.length === 0)
    return sendPlainPage(response, { title, children }, status);
  const main = (
    <main id="main" tabIndex={-1} class="settings">
      {children}
    </main>
  );
  response.set('Cache-Control', 'no-store');
  sendPage(response, viewerOf(response.req, response), { title, kind: 'form', children: main }, status);
}

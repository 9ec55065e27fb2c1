import type { Request, Response } from 'express';
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { type Frame, Page, type PageProps } from '../../views/layouts/page.tsx';
import { PlainPage, type PlainPageProps } from '../../views/layouts/plain-page.tsx';
import { CodebookContext } from '../../views/shared/_codebook.tsx';
import { KeysContext } from '../../views/shared/_key.tsx';
import { DEFAULT_CODEBOOK } from '../domain/codebook/codebook.ts';
import { actingKeys, DEFAULT_KEYS, type Keymap, usualKeys } from '../domain/keys.ts';
import type { Person, Project } from '../domain/project.ts';
import type { Visitor } from './viewer.ts';

/** What a page is drawn in: the one place where layout data is gathered. */
export function frameOf(response: Response, { person, project, projects }: Visitor): Frame {
  const { assets } = response.locals;
  const files = {
    stylesheet: assets.url('main.css'),
    script: assets.url('main.js'),
    icon: assets.url('icon.svg'),
    faces: [assets.url('source-serif-4-latin.woff2'), assets.url('source-sans-3-latin.woff2')],
  };
  return { ...files, person, project, projects, isSignedIn: response.locals.signIn !== undefined };
}

/** Answers with a whole page. */
export function sendPage(response: Response, visitor: Visitor, props: PageProps, status = 200): void {
  const page = renderFor(visitor, <Page frame={frameOf(response, visitor)} {...props} />);
  response.status(status).type('html').vary('HX-Request').send(`<!doctype html>${page}`);
}

/** Answers with a page for which nobody need be signed in. */
export function sendPlainPage(
  response: Response,
  page: Pick<PlainPageProps, 'title' | 'children'>,
  status = 200,
): void {
  const { assets } = response.locals;
  const files = {
    stylesheet: assets.url('main.css'),
    icon: assets.url('icon.svg'),
    script: assets.url('sign-in.js'),
  };
  const html = render(<PlainPage files={files} place="nobody" {...page} />);
  response.status(status).type('html').set('Cache-Control', 'no-store').send(`<!doctype html>${html}`);
}

/**
 * Answers htmx with fragments of the page that asked; each names its own target. A change ends with its
 * receipt.
 */
export function sendFragments(
  response: Response,
  fragments: readonly VNode[],
  status = 200,
  receipt = '',
): void {
  const { atDesk, project } = response.locals;
  const viewer = { person: atDesk.person, project };
  const html = fragments.map((fragment) => renderFor(viewer, fragment)).join('') + receipt;
  response.status(status).type('html').vary('HX-Request');
  // Nobody asks for the answer to a change again, so it needs no tag that tells whether it is still the same.
  if (response.req.method === 'GET') response.send(html);
  else response.setHeader('Content-Length', Buffer.byteLength(html)).end(html);
}

/** Answers htmx with fragments for which nobody need be signed in. */
export function sendOpenFragments(response: Response, fragments: readonly VNode[], status = 200): void {
  const html = fragments.map((fragment) => render(fragment)).join('');
  response.status(status).type('html').set('Cache-Control', 'no-store').send(html);
}

/** What a page is drawn for. */
interface DrawnFor {
  readonly person: Person;
  readonly project: Pick<Project, 'slug' | 'codebook'> | undefined;
}

/** The usual keys where somebody looks: tags have the letters of the project's codebook. */
export function usualKeysFor({ project }: Pick<DrawnFor, 'project'>): Keymap {
  const codebook = project?.codebook ?? DEFAULT_CODEBOOK;
  return codebook === DEFAULT_CODEBOOK ? DEFAULT_KEYS : usualKeys(codebook.tags);
}

/** Draws what shows keys with those of the person who looks at it, and tags as the project has them. */
function renderFor({ person, project }: DrawnFor, node: VNode): string {
  const codebook = project?.codebook ?? DEFAULT_CODEBOOK;
  const keys = { keymap: actingKeys(person, usualKeysFor({ project })), areOn: person.keys };
  return render(
    <CodebookContext.Provider value={codebook}>
      <KeysContext.Provider value={keys}>{node}</KeysContext.Provider>
    </CodebookContext.Provider>,
  );
}

/** Whether the page asked through htmx and wants fragments instead of a page. */
export function wantsFragments(request: Request): boolean {
  return request.get('HX-Request') === 'true';
}

/** Answers a plain form's change: go on with this page. */
export function redirect(response: Response, address: string): void {
  response.redirect(303, address);
}

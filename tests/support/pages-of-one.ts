import { codebookForm } from './codebooks.ts';
import type { RequestOptions } from './web.ts';

/** A page that is asked for. */
export interface Visit {
  /** The address, or the pattern that it is one of. */
  readonly to: string;
  readonly path: string;
  readonly options?: RequestOptions;
  readonly status?: number;
}

/** What the desk holds. */
interface Subjects {
  readonly articleId: string;
  readonly longId: string;
  readonly annotationId: string;
  readonly importIds: Readonly<Record<string, string>>;
}

/** Every page of a desk of one person, with forms that are refused: what is asked for, and how it answers. */
export function pagesOfOne({ articleId, longId, annotationId, importIds }: Subjects): Visit[] {
  const at = `/articles/${articleId}`;
  const longAt = `/articles/${longId}`;
  const nothing = { form: {} };
  return [
    { to: '/', path: '/' },
    { to: '/', path: '/?q=%CE%B1%CE%B2' },
    { to: '/', path: '/?page=7' },
    { to: '/', path: '/?state=done&label=%CE%B1' },
    { to: '/', path: '/?q=late&sort=claim' },
    { to: '/', path: '/?step=nowhere' },
    { to: '/', path: `/?deleted=${articleId}` },
    { to: '/articles/new', path: '/articles/new' },
    { to: '/articles/new', path: '/articles/new?way=upload' },
    { to: '/articles/new', path: '/articles/new?way=fetch' },
    { to: '/articles/new', path: '/readings', options: { form: { text: 'Καλημέρα. Καλησπέρα.' } } },
    { to: '/projects/:slug/codebook', path: '/projects/desk/codebook' },
    { to: '/projects/:slug/codebook', path: '/projects/desk/codebook?done=saved' },
    { to: '/projects/:slug/codebook.json', path: '/projects/desk/codebook.json' },
    { to: '/projects/:slug/codebook/edit', path: '/projects/desk/codebook/edit' },
    { to: '/projects/:slug/codebook/versions', path: '/projects/desk/codebook/versions?from=1&to=1' },
    {
      to: '/projects/:slug/codebook/edit',
      path: '/projects/desk/codebook',
      options: { form: { 'claim-letter': 'J', 'claim-name': '', 'quote-hue': '77', 'quote-letter': 'Q' } },
      status: 422,
    },
    {
      to: '/projects/:slug/codebook',
      path: '/projects/desk/codebook',
      options: { form: codebookForm({ 'claim-name': 'Αλφα', 'quote-off': '1', 'quote-hue': '9' }) },
    },
    {
      to: '/projects/:slug/codebook/edit',
      path: '/projects/desk/codebook',
      options: { form: { document: '{"format":"onrecord-codebook-1","tags":[{"key":1,"ξ":2}],"ξ":1}' } },
      status: 422,
    },
    { to: '/exports/new', path: '/exports/new' },
    { to: '/exports/new', path: '/exports/new?tag=claim&speaker=%CE%B1&words=%CE%B1&annotator=%CE%B1' },
    { to: '/exports/new', path: '/exports/new?q=%CE%B1&state=begun&label=%CE%B1&article=1&article=2' },
    { to: '/exports/new', path: `/exports/new?article=${articleId}`, options: { htmx: true } },
    { to: '/articles/:id', path: at },
    { to: '/articles/:id', path: longAt },
    { to: '/articles/:id', path: `${at}?conflict=words` },
    { to: '/articles/:id', path: `/articles/0`, status: 404 },
    { to: '/articles/:id/edit', path: `${at}/edit` },
    { to: '/articles/:id/sections/:number', path: `${longAt}/sections/1`, options: { htmx: true } },
    { to: '/articles/:id/sections', path: `${longAt}/sections?after=30`, options: { htmx: true } },
    { to: '/articles/:id/sections/:number', path: `${longAt}/sections/999`, status: 404 },
    { to: '/articles/:id/sheet', path: `${at}/sheet` },
    { to: '/articles/:id/sheet', path: `${longAt}/sheet?page=2` },
    {
      to: '/articles/:id/sheet',
      path: `${at}/sheet`,
      options: {
        form: new URLSearchParams([
          ['seen', '0:'],
          ['tick', '0:claim'],
          ['tick', '0:nothing'],
          ['seen', '1:'],
          ['tick', '1:quote'],
        ]),
      },
      status: 422,
    },
    { to: '/articles/:id/suggestions', path: `${at}/suggestions`, options: { htmx: true } },
    { to: '/articles/:id/annotations', path: `${at}/annotations?q=late`, options: { htmx: true } },
    { to: '/articles/:id/annotations', path: `${at}/annotations?q=%CE%B1%CE%B2`, options: { htmx: true } },
    { to: '/articles/:id/annotations/new', path: `${at}/annotations/new?sentence=2` },
    { to: '/annotations', path: '/annotations' },
    { to: '/annotations', path: '/annotations?q=%CE%B1%CE%B2' },
    { to: '/speakers', path: '/speakers' },
    { to: '/articles/:id/speakers', path: `${at}/speakers` },
    { to: '/articles/:id/occurrences', path: `${at}/occurrences?words=late&tag=claim` },
    { to: '/articles/:id/occurrences', path: `${at}/occurrences?words=late&tag=claim&in=project` },
    { to: '/annotations/:id', path: `/annotations/${annotationId}` },
    { to: '/annotations/:id/history', path: `/annotations/${annotationId}/history` },
    { to: '/articles/:id/deletions', path: `${at}/deletions` },
    { to: '/annotations/:id/entry', path: `/annotations/${annotationId}/entry`, options: { htmx: true } },
    { to: '/annotations/:id/row', path: `/annotations/${annotationId}/row`, options: { htmx: true } },
    { to: '/imports', path: '/imports' },
    { to: '/imports/new', path: '/imports/new' },
    ...Object.values(importIds).map((id) => ({ to: '/imports/:id', path: `/imports/${id}` })),
    { to: '/settings', path: '/settings' },
    { to: '/settings', path: '/settings?saved=1' },
    { to: '/settings', path: '/settings', options: { form: { name: '' } }, status: 422 },
    { to: '/help', path: '/help' },
    { to: 'errors', path: '/nowhere', status: 404 },
    { to: 'errors', path: '/nowhere', options: { htmx: true }, status: 404 },
    { to: 'errors', path: '/settings', options: { method: 'PUT', form: {} }, status: 405 },
    {
      to: 'errors',
      path: '/settings',
      options: { form: {}, headers: { Host: 'else.where' } },
      status: 421,
    },
    {
      to: 'errors',
      path: '/settings',
      options: { form: {}, headers: { 'Sec-Fetch-Site': 'cross-site' } },
      status: 403,
    },
    { to: 'refusals', path: '/fetches', options: { form: { address: 'x y' } }, status: 422 },
    {
      to: 'refusals',
      path: '/articles',
      options: { form: { text: '', url: 'x', published: 'x', language: '!' } },
      status: 422,
    },
    {
      to: 'refusals',
      path: `${at}/annotations`,
      options: { form: { sentence: '2', tag: 'claim', text: 'ξ' } },
      status: 422,
    },
    { to: 'refusals', path: `${at}/annotations`, options: { form: {} }, status: 422 },
    { to: 'refusals', path: `${at}/sentence-marks`, options: { ...nothing, htmx: true }, status: 422 },
    {
      to: 'refusals',
      path: at,
      options: { method: 'PATCH', form: { version: '0', title: 'α', url: 'x' } },
      status: 422,
    },
    {
      to: 'refusals',
      path: at,
      options: { method: 'PATCH', form: { version: '999', title: 'α' } },
      status: 409,
    },
    {
      to: 'refusals',
      path: `/annotations/${annotationId}`,
      options: { method: 'PATCH', form: { version: '999', speaker: 'α' } },
      status: 409,
    },
    {
      to: 'refusals',
      path: `/annotations/${annotationId}`,
      options: { method: 'PATCH', form: { version: '1', tag: 'statistic', value: 'x', value_max: '2' } },
      status: 422,
    },
    {
      to: 'refusals',
      path: `/articles/${longId}/undo`,
      options: { form: { step: '01900000-0000-7000-8000-000000000000' }, htmx: true },
    },
  ];
}

import { beforeAll, expect, test } from 'vitest';
import { keepView } from '../../../src/actions/keep-view.ts';
import { loadArticle } from '../../../src/actions/load.ts';
import { beginArticleImport } from '../../../src/import/receive.ts';
import { runImports } from '../../../src/import/worker.ts';
import { tag } from '../../support/annotating.ts';
import { importText, localMember } from '../../support/desk.ts';
import { eachServer } from '../../support/each-server.ts';
import { fileOf } from '../../support/import-files.ts';
import { anotherProject } from '../../support/projects.ts';

/** Addresses that are of no project, or whose path says of which thing or project they are. */
const ABOVE =
  /^\/(?:projects|built|settings\/keys|steps|imports|annotations|articles)\/|^\/projects$|^\/exports\/new\?article=/;
/** Of a person, wherever they are. */
const OWN_FORMS = new Set(['/settings', '/settings/keys', '/projects']);

eachServer('links', ({ server, db }) => {
  let slug = '';
  const pages: string[] = [];
  beforeAll(async () => {
    await localMember(db());
    const { member, slug: own } = await anotherProject(db(), 'Élections 2026');
    slug = own;
    const { article } = await importText(
      db(),
      member,
      'title: Ferry\n\nThe ferry was late. “Again,” said Amina Yusuf.',
    );
    const { article: other } = await importText(
      db(),
      member,
      'title: Other\nlabels: Seen\n\nNobody came. It rained.',
    );
    const loaded = await loadArticle(db(), member.accountId, article.id);
    const { annotation } = await tag(db(), loaded, 'The ferry was late');
    await keepView(db(), member, { name: 'Claims', query: 'tag=claim' });
    const importId = await beginArticleImport(
      db(),
      member,
      [fileOf('a.txt', 'x. y.'), fileOf('b.txt', 'z. w.')],
      undefined,
    );
    const { signal } = new AbortController();
    await runImports({ database: server.database, maxArticleLength: 2_000_000, signal });
    const lists = [
      '/',
      '/?q=ferry',
      '/?state=done',
      '/?label=Seen',
      '/annotations',
      '/annotations?tag=claim',
      '/annotations?tag=quote',
    ];
    const others = ['/imports', '/imports/new', '/exports/new', '/speakers', '/settings', '/help'];
    const ways = ['paste', 'upload', 'fetch'].map((way) => `/articles/new?way=${way}`);
    const named = [...lists, ...others, ...ways].map(
      (path) => `${path}${path.includes('?') ? '&' : '?'}project=${slug}`,
    );
    const things = ['', '/edit', '/sheet', '/speakers', '/occurrences?words=ferry'];
    pages.push(...named, ...things.map((rest) => `/articles/${article.id}${rest}`));
    pages.push(`/annotations/${annotation.id}`, `/imports/${importId}`, `/exports/new?article=${article.id}`);
    pages.push(`/articles/${other.id}?suggestions=score`, `/projects/${slug}`);
  });

  test('of every page lead to lists of the project that it is of', async () => {
    const astray = new Set<string>();
    let followed = 0;
    for (const page of pages) {
      // The project used last is another one.
      const answer = await server.request(page);
      expect(answer.status, page).toBe(200);
      const $ = answer.html();
      for (const element of $('[href], [action], [formaction], [hx-get], [hx-post]')) {
        const { href, action, formaction, ...rest } = element.attribs;
        const address = href ?? formaction ?? action ?? rest['hx-get'] ?? rest['hx-post'] ?? '';
        if (!address.startsWith('/') || (ABOVE.test(address) && !address.startsWith('/articles/new')))
          continue;
        if (OWN_FORMS.has(address) && element.tagName === 'form') continue;
        if ($(element).closest('.project-switch').length > 0) continue;
        followed += 1;
        const inQuery = new URL(address, server.url).searchParams.get('project');
        const inField = $(element).find('[name=project]').val();
        if (inQuery !== slug && inField !== slug)
          astray.add(`${page.replace(/[0-9a-f-]{36}/, ':id')} → ${address}`);
      }
    }
    expect([...astray]).toEqual([]);
    expect(followed).toBeGreaterThan(150);
  });
});

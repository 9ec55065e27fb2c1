import { expect, test } from 'vitest';
import type { LoadedArticle } from '../../../src/actions/load.ts';
import { tag } from '../../support/annotating.ts';
import { loadAs, newArticle } from '../../support/articles.ts';
import { eachServer } from '../../support/each-server.ts';
import { forgetStatements, sentStatements } from '../../support/statements.ts';

eachServer('the links of an annotation', ({ server, cast, db }) => {
  async function pair() {
    const article = await newArticle(db(), cast.alice);
    const claim = (await tag(db(), article, 'was late')).annotation.id;
    const figure = (await tag(db(), article, '40 cups', { tag: 'statistic' })).annotation.id;
    return { article, claim, figure };
  }
  const page = async (id: string) => (await server.request(`/annotations/${id}`)).html();
  const sentences = async (id: string) => {
    const $ = await page(id);
    return $('.links li')
      .toArray()
      .map((line) => $(line).find('button').remove().end().text().replace(/\s+/g, ' ').trim());
  };
  const link = (id: string, form: Record<string, string>, htmx = false) =>
    server.request(`/annotations/${id}/links`, { form, htmx });
  const rows = ({ article }: LoadedArticle) => db().link.findMany({ where: { articleId: article.id } });

  test('are made by a plain form, read as sentences at both ends, and removed at either', async () => {
    const { article, claim, figure } = await pair();
    const $ = await page(claim);
    const form = $('.link-form');
    expect(form.attr('action')).toBe(`/annotations/${claim}/links`);
    const offered = form.find('select[name=to] option').toArray();
    expect(offered.map((option) => [$(option).val(), $(option).text()])).toEqual([
      ['', 'Choose an annotation'],
      [figure, 'Statistic: 40 cups'],
    ]);
    const key = String(form.find('[name=form_key]').val());
    const sent = { form_key: key, kind: 'rests_on', to: figure };
    const made = await link(claim, sent);
    expect([made.status, made.headers.location]).toEqual([303, `/annotations/${claim}#links-${claim}`]);
    // Sent twice, it is one link.
    expect((await link(claim, sent)).status).toBe(303);
    expect(await sentences(claim)).toEqual(['rests on: Statistic: 40 cups']);
    expect(await sentences(figure)).toEqual(['supports: Claim: was late']);
    const there = await page(figure);
    const fields = there('.links li form input').toArray();
    const removal = fields.map((field): [string, string] => [
      there(field).attr('name') ?? '',
      String(there(field).val()),
    ]);
    expect((await link(figure, Object.fromEntries(removal))).status).toBe(303);
    expect(await rows(article)).toEqual([]);
    await server.request(`/articles/${article.article.id}/undo`, { method: 'POST' });
    expect(await sentences(claim)).toEqual(['rests on: Statistic: 40 cups']);
  });

  test.each([
    ['itself', ({ claim }: Pair) => ({ kind: 'repeats', to: claim }), 'to', 'cannot be linked to itself'],
    ['nothing', () => ({ kind: 'repeats', to: '' }), 'to', 'Choose the other annotation.'],
    ['no way', ({ figure }: Pair) => ({ kind: '', to: figure }), 'kind', 'Choose how the two are linked.'],
    ['what is nowhere', () => ({ kind: 'repeats', to: 'nowhere' }), 'to', 'is not in the same coding'],
    ['the same twice', ({ figure }: Pair) => ({ kind: 'contains', to: figure }), 'to', 'already'],
  ])('are refused to %s, beside the field, with what was chosen', async (_what, form, field, words) => {
    const made = await pair();
    await link(made.claim, { kind: 'contains', to: made.figure });
    const sent = form(made);
    for (const htmx of [false, true]) {
      const answer = await link(made.claim, sent, htmx);
      expect(answer.status).toBe(422);
      const $ = answer.html();
      expect($(`#link-${made.claim}-${field}-error`).text()).toContain(words);
      expect($(`#link-${made.claim}-kind`).val() ?? '').toBe(sent.kind);
    }
    expect(await rows(made.article)).toHaveLength(1);
  });

  test('come to htmx with the entries of both ends', async () => {
    const { article, claim, figure } = await pair();
    const card = await server.request(`/annotations/${claim}`, { htmx: true });
    expect(card.html()(`#links-${claim} a`).attr('hx-get')).toBe(`/annotations/${claim}?view=links`);
    const form = (await server.request(`/annotations/${claim}?view=links`, { htmx: true })).html();
    expect(form('.link-form').attr('hx-post')).toBe(`/annotations/${claim}/links`);
    const made = await link(claim, { kind: 'rests_on', to: figure, view: 'card' }, true);
    expect(made.status).toBe(200);
    expect(made.text).toContain(`#links-${claim}`);
    expect(made.text).toContain(`#entry-${figure}`);
    expect(made.text).toContain('supports');
    const undone = await server.request(`/articles/${article.article.id}/undo`, {
      method: 'POST',
      htmx: true,
    });
    expect(undone.text).toContain('Undone: Link removed');
    expect(undone.text).toContain(`#entry-${claim}`);
    expect(undone.text).not.toContain('supports');
  });

  test('stand in the list beside the text, in an entry, and in one that was edited', async () => {
    const { article, claim, figure } = await pair();
    await link(claim, { kind: 'contradicts', to: figure });
    const at = `/articles/${article.article.id}`;
    const linesOf = ($: Awaited<ReturnType<typeof page>>) => $(`#entry-${claim} .linked`).text();
    const said = 'contradicts: Statistic: 40 cups';
    expect(linesOf((await server.request(at)).html())).toBe(said);
    expect(linesOf((await server.request(`/annotations/${claim}/entry`, { htmx: true })).html())).toBe(said);
    const edit = { _method: 'PATCH', version: '1', note: 'x', done: '1' };
    const edited = await server.request(`/annotations/${claim}`, { form: edit, htmx: true });
    expect(edited.text).toContain(said.split(':')[0] ?? '');
    const section = await server.request(`${at}/sections/0`, { htmx: true });
    expect(section.text).toContain('is contradicted by');
  });

  test('show nobody what is of another article, or of somebody else’s project', async () => {
    const { claim, article } = await pair();
    const other = (await tag(db(), await newArticle(db(), cast.alice), 'a roof')).annotation.id;
    const theirs = (await tag(db(), await newArticle(db(), cast.charlie), 'a roof')).annotation.id;
    const refusals = [];
    for (const to of [other, theirs, 'nowhere']) {
      const answer = await link(claim, { kind: 'repeats', to });
      refusals.push([answer.status, answer.html()(`#link-${claim}-to-error`).text()]);
    }
    expect(new Set(refusals.map((refusal) => refusal.join())).size).toBe(1);
    expect((await link(theirs, { kind: 'repeats', to: claim })).status).toBe(404);
    expect(await rows(article)).toEqual([]);
  });

  test('are asked for nowhere before the first is made', async () => {
    const { article, claim, figure } = await pair();
    const bobs = await loadAs(cast.bob, db(), article);
    const pages = [`/articles/${article.article.id}`, `/annotations/${claim}`];
    const asking = async () => {
      forgetStatements();
      for (const path of pages) expect((await server.request(path)).status).toBe(200);
      await tag(db(), bobs, 'a roof');
      return sentStatements().filter((statement) => statement.includes('"Link"')).length;
    };
    expect(await asking()).toBe(0);
    await link(claim, { kind: 'contradicts', to: figure });
    expect(await asking()).toBe(2);
  });
});

interface Pair {
  readonly claim: string;
  readonly figure: string;
}

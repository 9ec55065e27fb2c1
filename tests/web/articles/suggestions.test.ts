import { describe, expect, test } from 'vitest';
import { type LoadedArticle, loadArticle } from '../../../src/actions/load.ts';
import { allOpenSuggestions } from '../../../src/actions/suggest.ts';
import { suggestionKey } from '../../../src/domain/suggestion.ts';
import type { Tag } from '../../../src/domain/tag.ts';
import { tag } from '../../support/annotating.ts';
import { newArticle } from '../../support/articles.ts';
import { eachServer } from '../../support/each-server.ts';
import { fragmentFor, targetsOf } from '../../support/fragments.ts';
import { workIn } from '../../support/recount.ts';

const TEXT = `The port handled more than 3,900 containers in March, harbour master Ines Okafor said.

“We moved them by hand,” Okafor said, “and nobody was hurt.”

Two cranes failed in April. It was a quiet week.`;

eachServer('suggestions', ({ server, cast, db }) => {
  const newStory = () => newArticle(db(), cast.alice, TEXT);
  const at = ({ article }: LoadedArticle, rest = '') => `/articles/${article.id}${rest}`;
  const post = (to: LoadedArticle, noun: string, form: Record<string, string>, htmx = false) =>
    server.request(at(to, `/${noun}`), { form, htmx });
  const page = async (to: LoadedArticle, query = '') => (await server.request(at(to, query))).html();
  const keysIn = async (to: LoadedArticle, wanted: Tag) => {
    const loaded = await loadArticle(db(), to.member.accountId, to.article.id);
    const open = await allOpenSuggestions(db(), loaded);
    return open.filter((one) => one.tag === wanted).map(suggestionKey);
  };
  const annotations = async ({ article }: LoadedArticle) => (await workIn(db(), article.id)).annotations;

  test('of each kind are counted, and its button switches the kind off and on for good', async () => {
    const story = await newStory();
    const before = await page(story);
    const count = Number(before('#kind-statistic .numbers').text());
    expect(count).toBeGreaterThan(0);
    expect(before('[data-suggestion^=statistic][data-says]')).toHaveLength(count);
    await post(story, 'suggestion-choice', { hide: 'statistic' });
    const off = await page(story);
    expect(off('#kind-statistic').attr('aria-pressed')).toBe('false');
    expect(off('#kind-statistic .numbers').text()).toBe(String(count));
    expect(off('[data-suggestion^=statistic]')).toHaveLength(0);
    expect(off('[data-suggestion^=quote]').length).toBeGreaterThan(0);
    await post(story, 'suggestion-choice', { show: 'statistic' });
    expect((await page(story))('[data-suggestion^=statistic][data-says]')).toHaveLength(count);
  });

  test('of a text in another language are said to go by marks alone', async () => {
    const said = 'This article is not in English';
    const german = await newArticle(
      db(),
      cast.alice,
      'Die Stadt zahlte 12.750 Euro für die Schule und nicht mehr.',
    );
    expect((await page(german))('#suggestions').text()).toContain(said);
    expect((await page(german))('[data-suggestion^=statistic][data-says]')).toHaveLength(1);
    expect((await page(await newStory()))('#suggestions').text()).not.toContain(said);
  });

  test('where all are hidden by one’s settings, the page says so with the list closed too', async () => {
    const unsure = 'Unemployment rose again last year. Crime has fallen since the mayor took office.';
    const story = await newArticle(db(), cast.alice, unsure);
    const loaded = await loadArticle(db(), story.member.accountId, story.article.id);
    const { length } = await allOpenSuggestions(db(), loaded);
    const tools = (await page(story))('#suggestions');
    expect(tools.find('[id^=kind-] .numbers').text()).toBe('000');
    expect(tools.find('a[href="/settings#suggestion-choice"]').parent().text()).toBe(
      `${length} more are hidden by your settings.`,
    );
    expect((await page(await newStory()))('#suggestions').text()).not.toContain('hidden by your');
  });

  test('switched by htmx, the sections and the tools are drawn anew', async () => {
    const story = await newStory();
    const answer = await post(story, 'suggestion-choice', { hide: 'quote', list: 'place' }, true);
    expect(targetsOf(answer)).toEqual(['#section-0', '#suggestions']);
    expect(fragmentFor(answer, '#section-0').find('[data-suggestion^=quote]')).toHaveLength(0);
    expect(fragmentFor(answer, '#suggestions').find('li[data-listed^=quote]')).toHaveLength(0);
    expect(fragmentFor(answer, '#suggestions').find('li[data-listed]').length).toBeGreaterThan(0);
    await post(story, 'suggestion-choice', { show: 'quote' });
  });

  test('stand in a list in text order, and are accepted and dismissed there by plain forms', async () => {
    const story = await newStory();
    const listed = async () => {
      const $ = await page(story, '?suggestions=place');
      return $('li[data-listed]')
        .map((_, line) => $(line).attr('data-listed') ?? '')
        .get();
    };
    const all = await listed();
    const starts = all.map((key) => Number(/:(\d+)/.exec(key)?.[1]));
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    const [first = '', second = ''] = all;
    const back = at(story, '?suggestions=place#suggestions');
    const accepted = await post(story, 'acceptances', { suggestion: first, list: 'place' });
    expect([accepted.status, accepted.headers.location]).toEqual([303, back]);
    expect(await listed()).toEqual(all.slice(1));
    const dismissed = await post(story, 'dismissals', { suggestion: second, list: 'place' });
    expect([dismissed.status, dismissed.headers.location]).toEqual([303, back]);
    expect(await listed()).toEqual(all.slice(2));
    expect(await annotations(story)).toHaveLength(1);
  });

  test('by check-worthiness it is the claims, tagged ones among them, highest first', async () => {
    const story = await newStory();
    await tag(db(), story, 'Two cranes failed in April.', { attributes: undefined });
    const $ = await page(story, '?suggestions=score');
    const scores = $('#suggestions .score')
      .map((_, score) => Number($(score).text()))
      .get();
    expect(scores.length).toBeGreaterThan(1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect($('#suggestions li:not([data-listed])').text()).toContain('Two cranes failed');
    expect($('#suggestions li[data-listed^=quote]')).toHaveLength(0);
  });

  test('of a very long story the first are listed, and the list says how many follow', async () => {
    const lines = Array.from(
      { length: 310 },
      (_, at) => `The quay took ${at + 1_000} containers in week ${at}.`,
    );
    const story = await newArticle(db(), cast.alice, lines.join('\n\n'));
    const statistics = (await keysIn(story, 'statistic')).length;
    expect(statistics).toBeGreaterThanOrEqual(310);
    const $ = await page(story, '?suggestions=place');
    const listed = $('li[data-listed]').length;
    const shown = ['claim', 'quote', 'statistic'].map((kind) => Number($(`#kind-${kind} .numbers`).text()));
    const follow = shown.reduce((sum, count) => sum + count, 0) - listed;
    expect(listed).toBe(300);
    expect($('#suggestions').text()).toContain(`${follow} more follow.`);
    expect((await page(await newStory(), '?suggestions=place'))('#suggestions').text()).not.toContain(
      'follow',
    );
  });

  describe('all of a kind', () => {
    test.each([false, true])('are as many as the button says, with an undo; htmx: %s', async (htmx) => {
      const story = await newStory();
      const button = (await page(story, '?suggestions=place'))('.accept-all [value=statistic]').text();
      const answer = await post(story, 'acceptances', { tag: 'statistic' }, htmx);
      const made = (await annotations(story)).length;
      expect(made).toBeGreaterThan(0);
      expect(button).toContain(`Accept ${made} statistic`);
      const notice = htmx
        ? fragmentFor(answer, '#notice')
        : (await server.request(answer.headers.location ?? '')).html()('#notice');
      expect(notice.text()).toContain(`Accepted ${made} statistic`);
      const undo = notice.find('form').attr('action') ?? '';
      expect((await server.request(undo, { form: {} })).status).toBe(303);
      expect(await annotations(story)).toEqual([]);
    });

    test.each([false, true])('where none is left, are no error; htmx: %s', async (htmx) => {
      const story = await newArticle(db(), cast.alice, 'It was a quiet week.');
      const answer = await post(story, 'acceptances', { tag: 'quote' }, htmx);
      expect(answer.status).toBe(htmx ? 200 : 303);
      const notice = htmx
        ? fragmentFor(answer, '#notice')
        : (await server.request(answer.headers.location ?? '')).html()('#notice');
      expect(notice.text()).toBe('No suggestions left to accept.');
    });
  });

  test.each([
    ['acceptances', false],
    ['acceptances', true],
    ['dismissals', false],
    ['dismissals', true],
  ])('one that is not open any more is said to be gone: %s, htmx: %s', async (noun, htmx) => {
    const story = await newStory();
    const [key = ''] = await keysIn(story, 'statistic');
    await post(story, 'acceptances', { suggestion: key });
    const answer = await post(story, noun, { suggestion: key }, htmx);
    expect(answer.status).toBe(htmx ? 200 : 303);
    const said = htmx
      ? fragmentFor(answer, '#notice').text()
      : (await server.request(answer.headers.location ?? '')).html()('#notice').text();
    expect(said).toBe('This suggestion is no longer there.');
    if (htmx) expect(targetsOf(answer).some((target) => target.startsWith('#b'))).toBe(true);
    expect(await annotations(story)).toHaveLength(1);
  });

  test.each(['', 'rumour:0-3', 'quote', 'quote:x', 'quote:0-999999'])(
    'what names no suggestion is refused: %j',
    async (suggestion) => {
      const story = await newStory();
      expect((await post(story, 'dismissals', { suggestion })).status).toBe(422);
    },
  );

  test('a claim in a quote that a person tagged has that quote’s speaker', async () => {
    const story = await newStory();
    const words = 'Two cranes failed in April.';
    const speaker = { speaker: 'Tam Reyes' };
    const { annotation } = await tag(db(), story, words, { tag: 'quote', attributes: undefined });
    await server.request(`/annotations/${annotation.id}`, {
      form: { _method: 'PATCH', version: String(annotation.version), ...speaker },
    });
    const made = await tag(db(), story, words, { attributes: undefined });
    expect(made.annotation).toMatchObject(speaker);
    expect(made.annotation.checkScore).toBeGreaterThan(0);
  });
});

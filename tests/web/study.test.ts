// The study of tests/browser/study.test.ts without scripts: two coders code blind by plain forms, the lead reads how far they
// agree, decides every case by form, and exports what was decided.

import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { apartDesk } from '../support/apart.ts';
import { importText } from '../support/desk.ts';
import { PlainReader } from '../support/plain-forms.ts';
import { eachSignInDesk } from '../support/sign-in-desk.ts';
import { letSignIn } from '../support/signed-in.ts';

const SENTENCES = ['The ferry was late.', 'It rained all day.', 'The quay has no roof.', 'Nobody was hurt.'];

eachSignInDesk(
  'a study without scripts',
  () => ({}),
  ({ db, browser }) => {
    let articleId = '';

    beforeAll(async () => {
      const { owner, coders } = await apartDesk(db(), { coders: 2, articles: 0 });
      for (const [at, { accountId }] of coders.entries()) await letSignIn(db(), accountId, `coder${at}`);
      const text = `title: A night at the quay\n\n${SENTENCES.join(' ')}`;
      articleId = (await importText(db(), owner, text)).article.id;
    });

    async function signedInAs(name: string): Promise<PlainReader> {
      const entered = browser();
      expect((await entered.signIn(name)).status).toBe(303);
      return new PlainReader(entered);
    }

    /** Ticks claims in the sheet, where nothing of anybody else's is to be seen, and says that the article is done. */
    async function codes(name: string, claims: readonly number[]): Promise<void> {
      const reader = await signedInAs(name);
      await reader.open(`/articles/${articleId}`);
      await reader.follow('Sheet');
      expect(reader.page('input[name=tick][checked], .tagged').length).toBe(0);
      const ticks = claims.map((sentence) => ['tick', `${sentence}:claim`] as const);
      await reader.send('form:has(.sheet)', { ticks, button: 'Save' });
      const ticked = reader.page('input[name=tick][checked]').toArray();
      expect(ticked.map((box) => reader.page(box).attr('value'))).toEqual(ticks.map(([, value]) => value));
      await reader.send('#completion');
      // What is not coded is asked about first.
      expect(reader.page('main').text()).toContain('not coded');
      await reader.send('form:has([name=rest])');
      await reader.open(`/articles/${articleId}`);
      expect(reader.page('#completion .finished').length).toBe(1);
    }

    /** Decides the n-th case by a button. */
    async function decides(reader: PlainReader, number: number, button: string): Promise<void> {
      await reader.send(`.cases > ol > li:nth-child(${number}) form[id^="decide-"]`, { button });
      expect(reader.path).toBe(`/articles/${articleId}/adjudicate`);
    }

    test('goes from two blind codings over their agreement to the decisions in the file', async () => {
      await codes('coder0', [0, 1]);
      await codes('coder1', [0, 2]);
      const lead = await signedInAs('alice');
      do await lead.open('/projects/desk/agreement');
      while (lead.page('#underway').length > 0);
      const said = lead.page('.summary').text();
      expect(said).toContain('On 4 sentences');
      expect(said).toContain('agree on whether there is a claim in 50 %');
      await lead.follow('2 sentences on which coders differ');
      const differing = lead.page('.found-sentences .words').toArray();
      expect(differing.map((words) => lead.page(words).text().trim())).toEqual([SENTENCES[1], SENTENCES[2]]);
      await lead.follow('Adjudicate this article');
      expect(lead.page('.cases > ol > li').length).toBe(3);
      await lead.send('.adjudication-head form', { button: 'Accept' });
      await decides(lead, 2, 'Take');
      await decides(lead, 3, 'None is right');
      expect(lead.page('.progress').text()).toContain('3 of 3 cases decided');
      await lead.send('form[action$="/adjudicate/completion"]', { button: 'Finish the final coding' });
      expect(lead.page('.adjudication-head').text()).toContain('The final coding is done.');
      const file = await lead.open(`/articles/${articleId}/annotations.csv?raw=1`);
      const rows = parse(file.text, { columns: true }) as Record<string, string>[];
      expect(rows.map((row) => [row.tag, row.text])).toEqual([
        ['claim', SENTENCES[0]],
        ['claim', SENTENCES[1]],
      ]);
    });
  },
);

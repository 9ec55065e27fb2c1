import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILT_IN_TAGS } from '../../src/domain/tag.ts';
import { codeArticle, loadFinal } from '../support/adjudicating.ts';
import { tag } from '../support/annotating.ts';
import { apartDesk } from '../support/apart.ts';
import { englishIn, NAMES } from '../support/english-in.ts';
import type { PageOfPeople } from '../support/pages-of-people.ts';
import { PSEUDO } from '../support/pseudo.ts';
import { DESK_KEY } from '../support/sign-in-desk.ts';
import { Browser, letSignIn, signedIn } from '../support/signed-in.ts';
import { startTestServer, type TestServer } from '../support/web.ts';

const NOWHERE = uuidv7();

describe.each(['ltr', 'rtl'] as const)('many people, in a language of our own making, %s', (direction) => {
  let server: TestServer;
  let articleId: string;
  let comparedId: string;
  let coderId: string;
  let ownerId: string;
  const sources: string[] = [];
  let known: string[];

  beforeAll(async () => {
    const mail = { MAIL_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'd@d.example' };
    server = await startTestServer({
      language: PSEUDO[direction],
      settings: { ACCOUNTS: 'on', DESK_KEY, ...mail },
    });
    const { db } = server.database;
    const { owner, coders, articleIds } = await apartDesk(db, { coders: 2, articles: 2 });
    await db.account.updateMany({ data: { name: 'Ξένια' } });
    await db.annotator.updateMany({ data: { name: 'Ξένια' } });
    await db.project.updateMany({ data: { name: 'Γραφείο' } });
    await letSignIn(db, owner.accountId, 'alice', true);
    ownerId = owner.accountId;
    articleId = articleIds[0] ?? '';
    coderId = coders[0]?.annotatorId ?? '';
    for (const [at, coder] of coders.entries()) {
      const attributes = { speaker: `Ξένια ${at}` };
      const annotations = await codeArticle(db, coder, articleId, [
        { words: 'Ferry 1', tag: BUILT_IN_TAGS[at] ?? BUILT_IN_TAGS[0], attributes },
      ]);
      sources.push(...annotations.map((id) => `${id}.1`));
    }
    // One on an annotation, settled; one on a sentence that mentions the reader; one on a case; one that was deleted.
    const on = { projectId: owner.projectId, articleId, annotatorId: coders[0]?.annotatorId ?? '' };
    const source = sources[0]?.split('.')[0] ?? '';
    const mentions = ` ${owner.annotatorId} `;
    await db.article.updateMany({ data: { hasComments: true } });
    await db.comment.createMany({
      data: [
        { ...on, id: uuidv7(), lane: coderId, annotationId: source, body: 'Ξένια', resolvedAt: new Date() },
        { ...on, id: uuidv7(), lane: coderId, sentence: 0, body: `@[${owner.annotatorId}]`, mentions },
        { ...on, id: uuidv7(), lane: 'cases', annotationId: source, body: 'Ξένια', editedAt: new Date() },
        { ...on, id: uuidv7(), lane: coderId, sentence: 0, body: 'Ξένια', annotatorId: owner.annotatorId },
      ],
    });
    comparedId = articleIds[1] ?? '';
    await codeArticle(db, owner, comparedId, [{ words: 'Ferry 2', tag: 'claim' }]);
    await tag(db, await loadFinal(db, owner, comparedId), 'Ferry 2 was late');
    await db.coding.updateMany({ where: { lane: 'final' }, data: { state: 'done', doneAt: new Date() } });
    const texts = await db.articleText.findMany();
    const titles = await db.article.findMany();
    const names = [
      'Ferry 1',
      'Ferry 2',
      'Ferry 2 was late',
      ' A',
      ' B',
      'alice',
      'desk',
      '127.0.0.1',
      'csv',
      ...coders.map(({ annotatorId }) => annotatorId),
    ];
    known = [...NAMES, ...names, ...texts.map(({ text }) => text), ...titles.map(({ title }) => title)];
  });
  afterAll(() => server.close());

  /** What is asked of each page, signed in and signed out, and how it answers the one who is signed in. */
  const pages = (): Readonly<Record<PageOfPeople, readonly (readonly [path: string, status: number])[]>> => ({
    '/sign-in': [['/sign-in', 303]],
    '/sign-in/code': [['/sign-in/code', 303]],
    '/sign-in/provider': [['/sign-in/provider', 404]],
    '/sign-in/provider/return': [['/sign-in/provider/return', 404]],
    '/sign-in/forgotten': [['/sign-in/forgotten', 200]],
    '/tickets/:token': [[`/tickets/${NOWHERE}`, 404]],
    '/held-forms/:token': [[`/held-forms/${NOWHERE}`, 303]],
    '/confirmation': [['/confirmation', 200]],
    '/confirmation/provider': [['/confirmation/provider', 404]],
    '/account': [['/account', 200]],
    '/account/codes': [['/account/codes', 200]],
    '/account/codes/picture': [['/account/codes/picture', 422]],
    '/account/passkeys': [['/account/passkeys', 200]],
    '/account/provider': [['/account/provider', 200]],
    '/account/provider/new': [['/account/provider/new', 403]],
    // A zip of files for programs.
    '/account/data.zip': [],
    '/account/deletion': [['/account/deletion', 200]],
    '/accounts': [['/accounts', 200]],
    '/accounts/:id/deletion': [[`/accounts/${ownerId}/deletion`, 200]],
    '/audit': [
      ['/audit', 200],
      ['/audit?project=desk', 200],
    ],
    '/audit.csv': [['/audit.csv', 200]],
    '/articles/:id/codings/:lane': [
      [`/articles/${articleId}/codings/${coderId}`, 200],
      [`/articles/${articleId}/codings/shared`, 200],
      [`/articles/${articleId}/codings/final`, 200],
    ],
    '/articles/:id/adjudicate': [
      [`/articles/${articleId}/adjudicate`, 200],
      [`/articles/${articleId}/adjudicate?with=begun&names=letters`, 200],
    ],
    '/articles/:id/decisions/new': [
      [`/articles/${articleId}/decisions/new?case=${sources.join('+')}`, 200],
      [`/articles/${articleId}/decisions/new`, 409],
    ],
    '/articles/:id/comparison': [
      [`/articles/${articleId}/comparison`, 404],
      [`/articles/${comparedId}/comparison`, 200],
      [`/articles/${comparedId}/comparison?only=differences`, 200],
    ],
    '/articles/:id/comments': [
      [`/articles/${articleId}/comments`, 200],
      [`/articles/${articleId}/comments?sentence=1&lane=cases`, 200],
    ],
    '/work': [['/work', 200]],
    '/work/results': [['/work/results', 200]],
    '/work/results/sentences': [
      ['/work/results/sentences?tag=claim&cell=both', 200],
      ['/work/results/sentences?tag=claim&cell=neither', 200],
    ],
    '/projects/:slug/progress': [['/projects/desk/progress', 200]],
    '/projects/:slug/agreement': [['/projects/desk/agreement', 200]],
    '/projects/:slug/agreement/sentences': [['/projects/desk/agreement/sentences', 200]],
    '/projects/:slug/adjudication': [['/projects/desk/adjudication', 200]],
    '/projects/:slug/comments': [
      ['/projects/desk/comments', 200],
      ['/projects/desk/comments?show=resolved', 200],
    ],
    // A file for programs, whose names of fields are in English.
    '/projects/:slug/comments.jsonl': [],
    '/projects/:slug/assignments': [['/projects/desk/assignments', 200]],
    '/projects': [['/projects', 200]],
    '/projects/:slug': [
      ['/projects/desk', 200],
      ['/projects/desk?done=saved', 200],
    ],
    '/projects/:slug/split': [['/projects/desk/split', 200]],
    '/projects/:slug/people': [['/projects/desk/people', 200]],
    '/invitations/:token': [[`/invitations/${NOWHERE}`, 404]],
  });

  test('no page says anything in English', async () => {
    const alice = await signedIn(server, 'alice');
    const nobody = new Browser(server);
    const said: string[] = [];
    for (const [path, status] of Object.values(pages()).flat()) {
      const answer = await alice.request(path);
      if (answer.status !== status) said.push(`${path} answered ${answer.status}`);
      for (const each of [answer, await nobody.request(path)])
        said.push(...englishIn(each, known).map((words) => `${path}: ${words}`));
    }
    expect([...new Set(said)]).toEqual([]);
  });

  test('no refusal says anything in English', async () => {
    const alice = await signedIn(server, 'alice');
    const forms: readonly (readonly [path: string, form: Record<string, string>])[] = [
      ['/account/password', { current: 'ξ', password: 'ξ' }],
      ['/account/sign-in-name', { sign_in: '' }],
      ['/accounts', { name: '', sign_in: '' }],
      ['/account/codes', { code: '0' }],
      ['/account', { _method: 'DELETE' }],
      ['/confirmation', { password: 'ξ' }],
      ['/projects', { name: '' }],
      ['/projects/desk', { _method: 'PATCH', project_name: '' }],
      ['/projects/desk/way', { _method: 'PATCH', way: 'ξ' }],
      ['/projects/desk/invitations', { role: 'ξ', days: 'ξ' }],
      ['/projects/desk/assignments', { deed: 'assign' }],
      [`/articles/${articleId}/decisions`, { case: sources.join(' '), deed: 'several' }],
      [`/articles/${articleId}/decisions`, { case: sources.join(' '), deed: 'write', text: '' }],
      [`/articles/${articleId}/adjudicate/completion`, {}],
      [`/articles/${articleId}/decisions/undo`, {}],
      [`/articles/${articleId}/comments`, { sentence: '1', body: '' }],
      [`/articles/${articleId}/comments`, { sentence: '1', body: 'ξ'.repeat(6000) }],
      [`/articles/${articleId}/comments`, { body: 'ξ' }],
    ];
    const answers = [];
    for (const [path, form] of forms) answers.push(await alice.request(path, { form }));
    answers.push(await new Browser(server).request('/sign-in', { form: { name: 'alice', password: 'ξ' } }));
    expect(answers.map(({ status }) => status).filter((status) => status < 300)).toEqual([]);
    expect([...new Set(answers.flatMap((answer) => englishIn(answer, known)))]).toEqual([]);
  });
});

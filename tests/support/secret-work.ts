import { v7 as uuidv7 } from 'uuid';
import { loadArticle } from '../../src/actions/load.ts';
import { allOpenSuggestions } from '../../src/actions/suggest.ts';
import type { Member } from '../../src/domain/permission.ts';
import { suggestionKey } from '../../src/domain/suggestion.ts';
import { placeOf } from './articles.ts';
import { fileOf, filesForm, workOnImports } from './import-files.ts';
import type { Browser } from './signed-in.ts';
import type { Answer, RequestOptions, TestServer } from './web.ts';

/** A text with something of every kind that the engine finds. */
export const STORY = `title: Night ferry

The night ferry was late on Monday. “Nobody told us,” said Ines Okafor. About 1,200 people cross each day.

The quay has no roof. The council said on Tuesday that 40 percent of the boats are old. It rained.

The mayor was away. The harbour office closed at six. Two cranes failed in April. Nobody was hurt.`;

/** What a coder writes and is called, and what nobody may read who may not see their work. */
export const SECRETS = {
  name: 'Aldous Brackenbury',
  note: 'Quillfeather',
  speaker: 'Zephyrine Okonkwo',
  imported: 'Wolkenbruch',
  file: 'thistledown.jsonl',
  view: 'Hollyhock',
} as const;

/** The sentences that the coder tags as claims: seven of them. */
const CLAIMS = [
  'The night ferry was late on Monday.',
  'The quay has no roof.',
  'It rained.',
  'The mayor was away.',
  'The harbour office closed at six.',
  'Two cranes failed in April.',
  'Nobody was hurt.',
];

/** What the work of the coder is called by. */
export interface SecretIds {
  readonly annotation: string;
  /** All annotations, the imported one among them. */
  readonly annotations: readonly string[];
  readonly import: string;
  readonly step: string;
  readonly wideStep: string;
  readonly view: string;
}

/** Does everything that a coder can do to an article, over HTTP, and finishes it. */
export async function workInSecret(
  { database }: Pick<TestServer, 'database'>,
  browser: Browser,
  member: Member,
  articleId: string,
): Promise<SecretIds> {
  const { db } = database;
  const { accountId, projectId, annotatorId } = member;
  const loaded = await loadArticle(db, accountId, articleId);
  const { text } = loaded.text;
  const send = (path: string, options: RequestOptions) => sendWell(browser, path, options);
  const article = `/articles/${articleId}`;
  const [step, wideStep] = [uuidv7(), uuidv7()];
  for (const [at, words] of CLAIMS.entries()) {
    const form = { tag: 'claim', parts: spanOf(text, words), text: words, note: SECRETS.note };
    const key = at === 0 ? { request_key: step } : {};
    await send(`${article}/annotations`, { form: { ...form, ...key, speaker: SECRETS.speaker } });
  }
  const [first, second] = await db.annotation.findMany({ where: { articleId, annotatorId }, take: 2 });
  await send(`/annotations/${first?.id}/links`, { form: { kind: 'contradicts', to: second?.id ?? '' } });
  const open = (await allOpenSuggestions(db, loaded)).map(suggestionKey);
  const [accepted = '', dismissed = ''] = open;
  await send(`${article}/acceptances`, { form: { suggestion: accepted } });
  await send(`${article}/dismissals`, { form: { suggestion: dismissed } });
  const made = await db.annotation.findMany({ where: { articleId, annotatorId, deletedAt: null } });
  const picked = made.map(({ id, version }) => ['pick', `${id}.${version}`]);
  const change = { deed: 'confidence', confidence: 'unsure', request_key: wideStep };
  await send('/annotations/changes', { form: new URLSearchParams([...Object.entries(change), ...picked]) });
  const imported = await bringIn(browser, text);
  await workOnImports(database);
  await send('/views', { form: { name: SECRETS.view, query: 'tag=claim' } });
  if (member.way === 'apart') await send(`${article}/completion`, { form: { rest: 'nothing' } });
  else await send(`${article}/sentence-marks`, { form: { parts: spanOf(text, 'About 1,200 people') } });
  const rows = await db.annotation.findMany({ where: { articleId, annotatorId }, orderBy: { id: 'asc' } });
  const view = await db.savedView.findFirstOrThrow({ where: { projectId, name: SECRETS.view } });
  const annotations = rows.map(({ id }) => id);
  return { annotation: annotations[0] ?? '', annotations, import: imported, step, wideStep, view: view.id };
}

/** An import of the coder's own, with something in its report that could not be placed. Gives its id. */
async function bringIn(browser: Browser, text: string): Promise<string> {
  const { start, end } = placeOf(text, 'The council');
  const label = [[start, end, 'quote']];
  const remark = { text, label, Comments: [SECRETS.imported] };
  const lost = { text, label: [[text.length + 5, text.length + 9, SECRETS.imported]] };
  const lines = [remark, lost].map((line) => JSON.stringify(line)).join('\n');
  const answer = await browser.request('/imports', {
    method: 'POST',
    ...(await filesForm([fileOf(SECRETS.file, lines)])),
  });
  const id = answer.headers.location?.split('/').at(-1) ?? '';
  const form = chosenLabels({ quote: 'quote', [SECRETS.imported]: 'claim' });
  await sendWell(browser, `/imports/${id}`, { method: 'PATCH', form });
  return id;
}

async function sendWell(browser: Browser, path: string, options: RequestOptions): Promise<Answer> {
  const answer = await browser.request(path, options);
  if (![200, 303].includes(answer.status)) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer;
}

function spanOf(text: string, words: string): string {
  const { start, end } = placeOf(text, words);
  return `${start}-${end}`;
}

/** The form by which an import begins, with what each label becomes. */
export function chosenLabels(choices: Readonly<Record<string, string>>): URLSearchParams {
  const chosen = Object.entries(choices).flatMap(([label, choice]) => [
    ['label', label],
    ['choice', choice],
  ]);
  return new URLSearchParams([['annotators', 'me'], ...chosen]);
}

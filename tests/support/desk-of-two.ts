import { loadArticle } from '../../src/actions/load.ts';
import { NO_ATTRIBUTES } from '../../src/domain/attributes.ts';
import type { Member } from '../../src/domain/permission.ts';
import type { Db } from '../../src/store/client.ts';
import { tag } from './annotating.ts';
import { importText, localMember } from './desk.ts';

const TEXT = 'The ferry was late. “Again,” said Amina Yusuf.';

/** Two articles, First and Second, each with a claim, one sure and one unsure, and in the first a quote. */
export async function deskOfTwo(
  db: Db,
): Promise<{ readonly member: Member; readonly ids: readonly string[] }> {
  const member = await localMember(db);
  const ids: string[] = [];
  for (const [name, confidence] of [
    ['First', 'sure'],
    ['Second', 'unsure'],
  ] as const) {
    const { article } = await importText(db, member, `title: ${name}\n\n${TEXT} ${name}.`);
    const loaded = await loadArticle(db, member.accountId, article.id);
    await tag(db, loaded, 'The ferry was late', { attributes: { ...NO_ATTRIBUTES, confidence } });
    if (name === 'First') {
      const quote = { tag: 'quote', attributes: { ...NO_ATTRIBUTES, speaker: 'Amina Yusuf' } } as const;
      await tag(db, loaded, '“Again,” said Amina Yusuf. First', quote);
    }
    ids.push(article.id);
  }
  return { member, ids };
}

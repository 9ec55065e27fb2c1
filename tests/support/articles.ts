import { type LoadedArticle, loadArticle } from '../../src/actions/load.ts';
import type { Member } from '../../src/domain/permission.ts';
import type { Db } from '../../src/store/client.ts';
import type { Span } from '../../src/text/span.ts';
import { importText } from './desk.ts';

/** A heading, paragraphs, a list, a quotation; an emoji, combining marks, right-to-left words. */
export const FERRY = `# Late again

The ferry 🚢 to Skarvik was late on Tuesday. “Nobody told us,” said Ines Okafor, “and nobody came.” It was the third time this month.

What passengers ask for:

- a call when the boat is late
- a roof over the quay

> We hear them, and we will answer.

## On the quay

About 1,200 people cross each day. Re\u0301my sells coffee: “שלום” is on his sign. He sold 40 cups.`;

/** What is drawn as words if it is escaped everywhere, and runs or breaks out if it is not. */
export const HOSTILE = `# <img src=x onerror=alert(1)>

</textarea><script>alert("a1")</script> He said “</title><b>bold</b>” & left. It's <!-- not --> here.

- "><svg onload=alert(2)> item
- {{7*7}} \${7} <hx-partial hx-target="#text">gone</hx-partial>`;

let made = 0;

/** An article of a member's project that no other test has, as the member loads it. */
export async function newArticle(db: Db, member: Member, text = FERRY): Promise<LoadedArticle> {
  made += 1;
  const { article } = await importText(db, member, `${text}\n\nCopy ${made}.`);
  return loadArticle(db, member.accountId, article.id);
}

/** The same article as somebody else loads it. */
export function loadAs({ accountId }: Member, db: Db, { article }: LoadedArticle): Promise<LoadedArticle> {
  return loadArticle(db, accountId, article.id);
}

/** Where words stand in a text for the first time. */
export function placeOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new RangeError(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

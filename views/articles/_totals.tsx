import { countOf, type TagCounts } from '../../src/domain/tag.ts';
import { t } from '../../src/messages/language.ts';
import { useTags } from '../shared/_codebook.tsx';
import { Count } from '../shared/_count.tsx';

/** What many articles hold together. */
export interface Totals {
  readonly articles: number;
  readonly sentences: number;
  readonly coded: number;
  readonly tags: TagCounts;
}

/** The row below the list: what all articles that are found hold, on this page and the others. */
export function ArticleTotals({ totals }: { totals: Totals }) {
  const { articles, sentences, coded } = totals;
  return (
    <tfoot>
      <tr>
        <td />
        <th scope="row">{t('articles.totals', { count: articles })}</th>
        {useTags().map((tag) => (
          <td class="number">
            <Count count={countOf(totals.tags, tag)} />
          </td>
        ))}
        <td class="numbers coded" colSpan={2}>
          {t('articles.codedOfAll', { coded, count: sentences })}
        </td>
      </tr>
    </tfoot>
  );
}

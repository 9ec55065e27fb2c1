import { type CodingProgress, isOverdue } from '../../src/domain/progress.ts';
import { t } from '../../src/messages/language.ts';
import { FieldError } from '../shared/_field.tsx';
import { shortDay } from '../shared/dates.ts';

export interface MatrixProps {
  /** `/projects/slug/assignments`; the ticked ones are sent there. */
  readonly address: string;
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  /** By article and coder, as `cellKey` writes them. */
  readonly cells: ReadonlyMap<string, CodingProgress>;
  readonly now: Date;
  readonly mayAssign: boolean;
  readonly requestKey: string;
  readonly problems: Readonly<Record<string, string | undefined>>;
}

/** Names a cell, and its box in the form. */
export function cellKey(articleId: string, coderId: string): string {
  return `${articleId} ${coderId}`;
}

/** Articles and coders: who is how far with what. What is not begun can be ticked, to be taken back or due later. */
export function Matrix(props: MatrixProps) {
  const { address, mayAssign, requestKey } = props;
  return (
    <form method="post" action={address} class="ticked matrix" autocomplete="off" aria-labelledby="matrix">
      <h2 id="matrix">{t('progress.matrix')}</h2>
      {mayAssign && <p class="hint">{t('progress.tickHint')}</p>}
      <input type="hidden" name="request_key" value={requestKey} />
      <div class="scrolls">
        <table>
          <Head {...props} />
          <tbody>
            {props.articles.map((article) => (
              <Row {...props} article={article} />
            ))}
          </tbody>
        </table>
      </div>
      {mayAssign && <Tools {...props} />}
    </form>
  );
}

function Head({ coders }: MatrixProps) {
  return (
    <thead>
      <tr>
        <th scope="col">{t('progress.article')}</th>
        {coders.map(({ name }) => (
          <th scope="col" dir="auto">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ article, ...props }: MatrixProps & { article: MatrixProps['articles'][number] }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/articles/${article.id}`} dir="auto">
          {article.title}
        </a>
      </th>
      {props.coders.map((coder) => (
        <td>
          <Cell {...props} article={article} coder={coder} />
        </td>
      ))}
    </tr>
  );
}

type CellProps = MatrixProps & {
  article: MatrixProps['articles'][number];
  coder: MatrixProps['coders'][number];
};

function Cell({ article, coder, cells, now, mayAssign }: CellProps) {
  const key = cellKey(article.id, coder.id);
  const coding = cells.get(key);
  if (!coding) return null;
  const { state, dueAt } = coding;
  const words = (
    <a class={`coding-state is-${state}`} href={`/articles/${article.id}/codings/${coder.id}`}>
      {sayState(coding)}
    </a>
  );
  return (
    <>
      {mayAssign && state !== 'done' ? (
        <label>
          <input
            type="checkbox"
            name="coding"
            value={key}
            aria-label={t('progress.tick', { title: article.title, name: coder.name })}
          />{' '}
          {words}
        </label>
      ) : (
        words
      )}
      {dueAt && state !== 'done' && (
        <span class={isOverdue(coding, now) ? 'due wrong' : 'due faint'}>
          {t('progress.due', { day: shortDay(dueAt) })}
        </span>
      )}
    </>
  );
}

function sayState({ state, coded, sentences }: CodingProgress): string {
  if (state === 'todo') return t('progress.isTodo');
  if (state === 'done') return t('progress.isDone');
  if (state === 'released') return t('progress.isReleased');
  return t('progress.isBegun', { percent: sentences === 0 ? 0 : Math.floor((100 * coded) / sentences) });
}

function Tools({ problems }: MatrixProps) {
  return (
    <div class="tools">
      <span class="tally">{t('articles.selected')}</span>
      <button type="submit" name="_method" value="DELETE">
        {t('progress.takeBack')}
      </button>
      <label for="f-due">{t('progress.dueOn')}</label>
      <input
        type="date"
        id="f-due"
        name="due"
        aria-describedby="f-due-error"
        aria-invalid={problems.due ? 'true' : undefined}
      />
      <FieldError name="due" problem={problems.due} />
      <button type="submit" name="_method" value="PATCH">
        {t('progress.changeDue')}
      </button>
    </div>
  );
}

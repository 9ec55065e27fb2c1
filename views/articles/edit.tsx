import type { Article } from '../../src/domain/article.ts';
import { ARTICLE_DETAILS, type DetailFields, toFields } from '../../src/domain/article-details.ts';
import { Details } from './_details.tsx';

export interface EditArticlePageProps {
  readonly article: Article;
  readonly values: DetailFields;
  readonly problems: Readonly<Record<string, string | undefined>>;
  /** The article as somebody else saved it in the meantime. */
  readonly theirs?: Article | undefined;
  readonly canDelete: boolean;
}

/** Corrects an article's details, or deletes it. */
export function EditArticlePage({ article, values, problems, theirs, canDelete }: EditArticlePageProps) {
  const address = `/articles/${article.id}`;
  const version = <input type="hidden" name="version" value={article.version} />;
  return (
    <main id="main" tabIndex={-1}>
      <h1>Article details</h1>
      <p>
        <a href={address} dir="auto">
          {article.title}
        </a>
      </p>
      {theirs && <Conflict values={values} theirs={theirs} />}
      {problems.version && <p class="wrong">{problems.version}</p>}
      <form method="post" action={address}>
        <input type="hidden" name="_method" value="PATCH" />
        {version}
        <Details values={values} problems={problems} />
        <p class="actions">
          <button type="submit" class="primary">
            Save
          </button>
          <a href={address}>Cancel</a>
        </p>
      </form>
      <p class="faint">
        The text itself never changes, so that annotations keep their place.{' '}
        <a href={`${address}/text`}>See it as it is stored</a>
      </p>
      {canDelete && (
        <form method="post" action={address} class="apart">
          <input type="hidden" name="_method" value="DELETE" />
          {version}
          <button type="submit">Delete this article</button>{' '}
          <span class="faint">Its annotations go with it. You can undo this.</span>
        </form>
      )}
    </main>
  );
}

/** Both versions: what was saved meanwhile in words, the person's own still in the fields. */
function Conflict({ values, theirs }: { values: DetailFields; theirs: Article }) {
  const saved = toFields(theirs);
  return (
    <section class="conflict" role="alert">
      <p>
        Somebody changed these details while you were at them, so yours are not saved yet. Yours stand in the
        fields below: save again to keep them, or take over what was saved.
      </p>
      <dl>
        {ARTICLE_DETAILS.filter(({ name }) => saved[name] !== values[name]).map(({ name, label }) => (
          <>
            <dt>{label}, as saved</dt>
            <dd dir="auto">{saved[name] || 'empty'}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

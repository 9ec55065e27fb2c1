import type { Article } from '../../src/domain/article.ts';
import { ARTICLE_DETAILS, type DetailFields, toFields } from '../../src/domain/article-details.ts';
import { t } from '../../src/messages/language.ts';
import { Details } from './_details.tsx';

export interface EditArticlePageProps {
  readonly article: Article;
  readonly values: DetailFields;
  readonly problems: Readonly<Record<string, string | undefined>>;
  /** The article as somebody else saved it in the meantime. */
  readonly theirs?: Article | undefined;
  readonly canDelete: boolean;
  /** What the article was read from, where that is kept. */
  readonly source?: KeptSource | null;
}

interface KeptSource {
  readonly name: string | null;
  readonly url: string | null;
  readonly sha256: string;
  readonly createdAt: Date;
}

/** Corrects an article's details, or deletes it. */
export function EditArticlePage({
  article,
  values,
  problems,
  theirs,
  canDelete,
  source,
}: EditArticlePageProps) {
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
      {source && <Source address={`${address}/source`} source={source} />}
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

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** Where the article came from, with what anybody needs to check that. */
function Source({ address, source }: { address: string; source: KeptSource }) {
  const { name, url, sha256, createdAt } = source;
  return (
    <section class="apart source" aria-labelledby="source-heading">
      <h2 id="source-heading">Source</h2>
      <p>
        What the article was read from is kept as it came:{' '}
        <a href={address} download dir="auto">
          {name ?? 'save it'}
        </a>
      </p>
      <dl>
        {url && (
          <>
            <dt>Fetched from</dt>
            <dd>
              <a href={url} rel="noreferrer noopener" target="_blank" dir="ltr">
                {url}
              </a>
            </dd>
          </>
        )}
        <dt>{url ? 'Fetched on' : 'Uploaded on'}</dt>
        <dd>
          <time datetime={createdAt.toISOString()}>{MOMENT.format(createdAt)} UTC</time>
        </dd>
        <dt>SHA-256</dt>
        <dd>{sha256}</dd>
      </dl>
    </section>
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
        {ARTICLE_DETAILS.filter(({ name }) => saved[name] !== values[name]).map(({ name }) => (
          <>
            <dt>{t(`detailName.${name}`)}, as saved</dt>
            <dd dir="auto">{saved[name] || 'empty'}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

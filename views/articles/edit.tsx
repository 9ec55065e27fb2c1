import type { Article } from '../../src/domain/article.ts';
import { ARTICLE_DETAILS, type DetailFields, toFields } from '../../src/domain/article-details.ts';
import { rich, t } from '../../src/messages/language.ts';
import { moment } from '../shared/dates.ts';
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
      <h1>{t('articleDetails.heading')}</h1>
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
            {t('articleDetails.save')}
          </button>
          <a href={address}>{t('articleDetails.cancel')}</a>
        </p>
      </form>
      <p class="faint">
        {rich('articleDetails.frozen', { link: (words) => <a href={`${address}/text`}>{words}</a> })}
      </p>
      <p>
        <a href={`${address}/deletions`}>{t('annotationHistory.deletedHeading')}</a>
      </p>
      {source && <Source address={`${address}/source`} source={source} />}
      {canDelete && (
        <form method="post" action={address} class="apart">
          <input type="hidden" name="_method" value="DELETE" />
          {version}
          <button type="submit">{t('articleDetails.delete')}</button>{' '}
          <span class="faint">{t('articleDetails.deleteHint')}</span>
        </form>
      )}
    </main>
  );
}

/** Where the article came from, with what anybody needs to check that. */
function Source({ address, source }: { address: string; source: KeptSource }) {
  const { name, url, sha256, createdAt } = source;
  const link = (words: string) => (
    <a href={address} download dir="auto">
      {words}
    </a>
  );
  return (
    <section class="apart source" aria-labelledby="source-heading">
      <h2 id="source-heading">{t('articleDetails.source')}</h2>
      <p>{rich('articleDetails.original', { link }, { name: name ?? t('articleDetails.download') })}</p>
      <dl>
        {url && (
          <>
            <dt>{t('articleDetails.fetchedFrom')}</dt>
            <dd>
              <a href={url} rel="noreferrer noopener" target="_blank" dir="ltr">
                {url}
              </a>
            </dd>
          </>
        )}
        <dt>{t(url ? 'articleDetails.fetchedOn' : 'articleDetails.uploadedOn')}</dt>
        <dd>
          <time datetime={createdAt.toISOString()}>{moment(createdAt)}</time>
        </dd>
        <dt>{t('articleDetails.sum')}</dt>
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
      <p>{t('articleDetails.conflict')}</p>
      <dl>
        {ARTICLE_DETAILS.filter(({ name }) => saved[name] !== values[name]).map(({ name }) => (
          <>
            <dt>{t('articleDetails.asSaved', { name: t(`detailName.${name}`) })}</dt>
            <dd dir="auto">{saved[name] || t('articleDetails.empty')}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

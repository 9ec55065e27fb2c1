import type { OnLeaving } from '../../src/domain/project.ts';
import { t } from '../../src/messages/language.ts';

interface LeftProject {
  readonly name: string;
  readonly onLeaving: OnLeaving;
  readonly annotations: number;
  readonly marks: number;
  /** Whether nobody would own it without them. */
  readonly isLastOwner: boolean;
}

export interface DeletionPageProps {
  readonly accountId: string;
  readonly name: string;
  /** Whether it is the account of whoever looks. */
  readonly isOwn: boolean;
  readonly projects: readonly LeftProject[];
  /** Why it cannot be deleted; null where it can. */
  readonly problem: string | null;
}

/** What deleting an account does, before it is done. */
export function DeletionPage({ accountId, name, isOwn, projects, problem }: DeletionPageProps) {
  return (
    <>
      <h1 dir="auto">{isOwn ? t('leaving.heading') : t('leaving.headingOf', { name })}</h1>
      {problem !== null && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      <p>{t('leaving.final')}</p>
      <ul>
        <li>{t('leaving.name')}</li>
        <li>{t('leaving.gone')}</li>
        <li>{t('leaving.log')}</li>
      </ul>
      <h2>{t('leaving.projects')}</h2>
      {projects.length === 0 ? <p>{t('leaving.noProjects')}</p> : <Projects projects={projects} />}
      {isOwn && (
        <p>
          {t('leaving.downloadFirst')}{' '}
          <a href="/account/data.zip" download>
            {t('leaving.download')}
          </a>
        </p>
      )}
      <form method="post" action={isOwn ? '/account' : `/accounts/${accountId}/deletion`}>
        {isOwn && <input type="hidden" name="_method" value="DELETE" />}
        <p class="actions">
          {problem === null && <button type="submit">{t('leaving.confirm')}</button>}
          <a href={isOwn ? '/account' : '/accounts'}>{t('leaving.back')}</a>
        </p>
      </form>
    </>
  );
}

function Projects({ projects }: { readonly projects: readonly LeftProject[] }) {
  return (
    <table class="deeds stacked">
      <thead>
        <tr>
          <th scope="col">{t('leaving.project')}</th>
          <th scope="col">{t('leaving.work')}</th>
          <th scope="col">{t('leaving.fate')}</th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <tr>
            <th scope="row" dir="auto">
              {project.name}
            </th>
            <td>
              {t('leaving.amount', {
                annotations: t('leaving.annotations', { count: project.annotations }),
                marks: t('leaving.marks', { count: project.marks }),
              })}
            </td>
            <td>{fateOf(project)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function fateOf({ isLastOwner, onLeaving }: LeftProject): string {
  if (isLastOwner) return t('leaving.lastOwner');
  return onLeaving === 'take' ? t('leaving.taken') : t('leaving.kept');
}

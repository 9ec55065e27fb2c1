import { WAYS } from '../../src/domain/permission.ts';
import type { Project } from '../../src/domain/project.ts';
import { t } from '../../src/messages/language.ts';

export interface WayOfWorkingProps {
  readonly project: Project;
  readonly problem: string | undefined;
}

/** Whether people code together or apart. */
export function WayOfWorking({ project: { slug, way }, problem }: WayOfWorkingProps) {
  return (
    <section class="setting-group" aria-labelledby="way">
      <h2 id="way">{t('projects.wayHeading')}</h2>
      <p class="hint">{t('projects.wayHint')}</p>
      <form method="post" action={`/projects/${encodeURIComponent(slug)}/way`}>
        <input type="hidden" name="_method" value="PATCH" />
        <fieldset aria-describedby={problem && 'way-problem'}>
          <legend class="hidden-words">{t('projects.wayHeading')}</legend>
          {WAYS.map((each) => (
            <div key={each} class="choice">
              <input
                type="radio"
                id={`way-${each}`}
                name="way"
                value={each}
                checked={each === way}
                aria-describedby={`way-${each}-hint`}
              />
              <label for={`way-${each}`}>{t(`projects.${each}`)}</label>
              <p class="hint" id={`way-${each}-hint`}>
                {t(`projects.${each}Hint`)}
              </p>
            </div>
          ))}
        </fieldset>
        <p class="wrong" id="way-problem" role={problem ? 'alert' : undefined}>
          {problem}
        </p>
        <p class="actions">
          <button type="submit">{t('projects.switchWay')}</button>
          {way === 'apart' && (
            <a href={`/projects/${encodeURIComponent(slug)}/split`}>{t('projects.splitLink')}</a>
          )}
        </p>
      </form>
    </section>
  );
}

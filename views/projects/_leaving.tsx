import { ON_LEAVING, type Project } from '../../src/domain/project.ts';
import { t } from '../../src/messages/language.ts';

/** What becomes of the work of somebody who deletes their account. */
export function Leaving({ project: { slug, onLeaving } }: { readonly project: Project }) {
  return (
    <section class="setting-group" aria-labelledby="leaving">
      <h2 id="leaving">{t('leaving.setting')}</h2>
      <form method="post" action={`/projects/${encodeURIComponent(slug)}`}>
        <input type="hidden" name="_method" value="PATCH" />
        <fieldset>
          <legend class="hidden-words">{t('leaving.setting')}</legend>
          {ON_LEAVING.map((each) => (
            <div key={each} class="choice">
              <input
                type="radio"
                id={`leaving-${each}`}
                name="on_leaving"
                value={each}
                checked={each === onLeaving}
                aria-describedby={`leaving-${each}-hint`}
              />
              <label for={`leaving-${each}`}>{t(`leaving.${each}`)}</label>
              <p class="hint" id={`leaving-${each}-hint`}>
                {t(`leaving.${each}Hint`)}
              </p>
            </div>
          ))}
        </fieldset>
        <p class="actions">
          <button type="submit">{t('settings.save')}</button>
        </p>
      </form>
    </section>
  );
}

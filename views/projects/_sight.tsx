import type { SightSettings } from '../../src/domain/permission.ts';
import { t } from '../../src/messages/language.ts';
import { Switch } from '../settings/_group.tsx';

/** What coders see where people work apart. */
export function CoderSight({ slug, settings }: { slug: string; settings: SightSettings }) {
  return (
    <section class="setting-group" aria-labelledby="sight">
      <h2 id="sight">{t('projects.sightHeading')}</h2>
      <p class="hint">{t('projects.sightHint')}</p>
      <form method="post" action={`/projects/${encodeURIComponent(slug)}/sight`}>
        <input type="hidden" name="_method" value="PATCH" />
        <Switch
          name="see_result"
          label={t('projects.seeResult')}
          hint={t('projects.seeResultHint')}
          isOn={settings.showsResult}
        />
        <Switch
          name="see_others"
          label={t('projects.seeOthers')}
          hint={t('projects.seeOthersHint')}
          isOn={!settings.isBlind}
        />
        <Switch
          name="see_names"
          label={t('projects.seeNames')}
          hint={t('projects.seeNamesHint')}
          isOn={settings.showsNames}
        />
        <p class="actions">
          <button type="submit">{t('projects.saveSight')}</button>
        </p>
      </form>
    </section>
  );
}

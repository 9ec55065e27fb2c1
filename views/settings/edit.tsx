import type { TypedKeys } from '../../src/domain/chosen-keys.ts';
import type { Keymap } from '../../src/domain/keys.ts';
import { MAX_NAME, type PersonSettings, SWITCHES } from '../../src/domain/person-settings.ts';
import { type Project, THEMES } from '../../src/domain/project.ts';
import type { SuggestionChoice } from '../../src/domain/suggestion.ts';
import { t } from '../../src/messages/language.ts';
import { ProjectSettings } from '../projects/_settings.tsx';
import { Field } from '../shared/_field.tsx';
import { Group, Switch } from './_group.tsx';
import { KeySettings } from './_keys.tsx';
import { ChoiceSettings, Suggestions } from './_suggestions.tsx';

export interface SettingsPageProps {
  readonly values: PersonSettings;
  /** The viewer's project, and which suggestions they want to see in it; absent where they are in none. */
  readonly own?: { readonly project: Project; readonly suggestionChoice: SuggestionChoice } | undefined;
  /** The keys as they stand, or as they were sent. */
  readonly keys: TypedKeys;
  readonly usualKeys: Keymap;
  readonly problems: Readonly<Record<string, string | undefined>>;
  /** The project that the viewer may change; absent where they may not. */
  readonly project?: Project | undefined;
}

/** What a person chooses for themselves, and an owner for a project. */
export function SettingsPage(props: SettingsPageProps) {
  const { values, keys, usualKeys, problems, project, own } = props;
  return (
    <main id="main" tabIndex={-1} class="settings">
      <h1>{t('settings.heading')}</h1>
      <You values={values} problem={problems.name} />
      <Appearance chosen={values.theme} />
      <MarkingUp values={values} />
      <Suggestions isOn={values.suggestions} />
      {values.suggestions && own && <ChoiceSettings project={own.project} choice={own.suggestionChoice} />}
      {project && (
        <ProjectSettings
          project={project}
          heading={t('settings.project', { name: project.name })}
          problem={problems.project_name}
        />
      )}
      <p class="actions">
        {own && (
          <a href={`/projects/${encodeURIComponent(own.project.slug)}`}>
            {t('settings.moreOfProject', { name: own.project.name })}
          </a>
        )}
        <a href="/projects">{t('settings.projects')}</a>
      </p>
      <KeySettings typed={keys} usual={usualKeys} problems={problems} />
    </main>
  );
}

function You({ values, problem }: { values: PersonSettings; problem: string | undefined }) {
  return (
    <Group id="you" heading={t('settings.you')} action="/settings">
      <Field name="name" label={t('settings.name')} hint={t('settings.nameHint')} problem={problem}>
        {(control) => (
          <input {...control} value={values.name} maxLength={MAX_NAME} autoComplete="name" dir="auto" />
        )}
      </Field>
    </Group>
  );
}

function Appearance({ chosen }: { chosen: PersonSettings['theme'] }) {
  return (
    <Group id="appearance" heading={t('settings.appearance')} action="/settings">
      <fieldset class="options">
        <legend>{t('settings.theme')}</legend>
        {THEMES.map((theme) => (
          <label>
            <input type="radio" name="theme" value={theme} checked={theme === chosen} />{' '}
            {t(`settings.${theme}`)}
          </label>
        ))}
      </fieldset>
    </Group>
  );
}

function MarkingUp({ values }: { values: PersonSettings }) {
  return (
    <Group id="marking-up" heading={t('settings.reading')} action="/settings">
      <Switch
        name={SWITCHES.trimSelections}
        label={t('settings.trim')}
        hint={t('settings.trimHint')}
        isOn={values.trimSelections}
      />
      <Switch
        name={SWITCHES.cardFocus}
        label={t('settings.cardFocus')}
        hint={t('settings.cardFocusHint')}
        isOn={values.cardFocus}
      />
      <Switch
        name={SWITCHES.keys}
        label={t('settings.singleKeys')}
        hint={t('settings.singleKeysHint')}
        isOn={values.keys}
      />
    </Group>
  );
}

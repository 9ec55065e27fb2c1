import { MAX_NAME } from '../../src/domain/person-settings.ts';
import type { Project } from '../../src/domain/project.ts';
import { t } from '../../src/messages/language.ts';
import { Group, Switch } from '../settings/_group.tsx';
import { Field } from '../shared/_field.tsx';

export interface ProjectSettingsProps {
  /** As it stands, or as it was sent. */
  readonly project: Project;
  readonly heading: string;
  readonly problem: string | undefined;
}

/** What holds for everybody in a project. */
export function ProjectSettings({ project, heading, problem }: ProjectSettingsProps) {
  return (
    <Group id="project" heading={heading} action={`/projects/${encodeURIComponent(project.slug)}`}>
      <input type="hidden" name="_method" value="PATCH" />
      <Field name="project_name" label={t('settings.projectName')} problem={problem}>
        {(control) => <input {...control} value={project.name} maxLength={MAX_NAME} dir="auto" />}
      </Field>
      <Switch
        name="hide_suggestions"
        label={t('settings.hideSuggestions')}
        hint={t('settings.hideSuggestionsHint')}
        isOn={!project.suggestions}
      />
      {project.way === 'apart' && (
        <Switch
          name="hide_coders"
          label={t('settings.hideCoders')}
          hint={t('settings.hideCodersHint')}
          isOn={project.hidesCoders}
        />
      )}
    </Group>
  );
}

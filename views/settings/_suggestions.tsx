import { SWITCHES } from '../../src/domain/person-settings.ts';
import type { Project } from '../../src/domain/project.ts';
import { SUGGESTED_TAGS, SURENESS, type SuggestionChoice } from '../../src/domain/suggestion.ts';
import { inList, t } from '../../src/messages/language.ts';
import { Group, Switch } from './_group.tsx';

/** Whether a person wants to see suggestions at all. */
export function Suggestions({ isOn }: { isOn: boolean }) {
  const tags = inList(SUGGESTED_TAGS.map((tag) => t(`tagNames.${tag}`)));
  return (
    <Group id="suggestions-group" heading={t('settings.suggestions')} action="/settings">
      <Switch
        name={SWITCHES.suggestions}
        label={t('settings.showSuggestions')}
        hint={t('settings.suggestionsHint', { tags })}
        isOn={isOn}
      />
    </Group>
  );
}

interface ChoiceSettingsProps {
  readonly project: Project;
  readonly choice: SuggestionChoice;
}

/** Which of them they want to see in a project. */
export function ChoiceSettings({ project, choice }: ChoiceSettingsProps) {
  const address = `/settings/suggestions?project=${encodeURIComponent(project.slug)}`;
  return (
    <Group
      id="suggestion-choice"
      heading={t('suggestions.settings', { project: project.name })}
      action={address}
    >
      <fieldset class="options" aria-describedby="kinds-hint">
        <legend>{t('suggestions.settingsKinds')}</legend>
        {SUGGESTED_TAGS.map((tag) => (
          <label>
            <input type="checkbox" name="kinds" value={tag} checked={choice.tags.includes(tag)} />{' '}
            {t(`tagNames.${tag}`)}
          </label>
        ))}
      </fieldset>
      <p class="hint" id="kinds-hint">
        {t('suggestions.settingsHint')}
      </p>
      <fieldset class="options">
        <legend>{t('suggestions.sureness')}</legend>
        {SURENESS.map((step) => (
          <label>
            <input type="radio" name="sureness" value={step} checked={step === choice.leastSureness} />{' '}
            {sayStep(step)}
          </label>
        ))}
      </fieldset>
    </Group>
  );
}

function sayStep(step: (typeof SURENESS)[number]): string {
  if (step === 0.9) return t('suggestions.surest');
  return step === 0.8 ? t('suggestions.sure') : t('suggestions.most');
}

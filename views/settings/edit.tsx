import { MOST_NAME, type PersonSettings } from '../../src/domain/person-settings.ts';
import { Field } from '../shared/_field.tsx';

export interface SettingsPageProps {
  readonly values: PersonSettings;
  readonly problems: Readonly<Record<string, string | undefined>>;
}

/** What a person chooses for themselves. */
export function SettingsPage({ values, problems }: SettingsPageProps) {
  return (
    <main id="main" tabIndex={-1}>
      <h1>Settings</h1>
      <form method="post" action="/settings">
        <Field
          name="name"
          label="Your name"
          hint="Stands as the annotator in exports."
          problem={problems.name}
        >
          {(control) => (
            <input {...control} value={values.name} maxLength={MOST_NAME} autoComplete="name" dir="auto" />
          )}
        </Field>
        <Choice
          name="trim_selections"
          label="Trim selections"
          hint="Leaves out stray spaces and punctuation at the ends of what you select."
          isSet={values.trimSelections}
        />
        <Choice
          name="keys"
          label="Keys"
          hint="Single letters tag, move and undo on the reading page. Turn them off if they clash with speech input."
          isSet={values.keys}
        />
        <Choice
          name="suggestions"
          label="Show suggestions"
          hint="Quotes, statistics and claims that the program finds by itself. They count only once you accept them."
          isSet={values.suggestions}
        />
        <p class="actions">
          <button type="submit" class="primary">
            Save
          </button>
        </p>
      </form>
    </main>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isSet: boolean;
}

function Choice({ name, label, hint, isSet }: ChoiceProps) {
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={name}
        name={name}
        value="1"
        checked={isSet}
        aria-describedby={`${name}-hint`}
      />
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    </div>
  );
}

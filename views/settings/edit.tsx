import { MAX_NAME, type PersonSettings } from '../../src/domain/person-settings.ts';
import type { Project } from '../../src/domain/project.ts';
import { SUGGESTED_TAGS } from '../../src/domain/suggestion.ts';
import { capitalised, listed, severalOf } from '../../src/domain/tag.ts';
import { Field } from '../shared/_field.tsx';

export interface SettingsPageProps {
  readonly values: PersonSettings;
  readonly problems: Readonly<Record<string, string | undefined>>;
  /** The project that the viewer may change; absent where they may not. */
  readonly project?: Project | undefined;
}

/** What a person chooses for themselves. */
export function SettingsPage({ values, problems, project }: SettingsPageProps) {
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
            <input {...control} value={values.name} maxLength={MAX_NAME} autoComplete="name" dir="auto" />
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
          hint={`${capitalised(listed(SUGGESTED_TAGS.map(severalOf)))} that the program finds by itself. They count only once you accept them.`}
          isSet={values.suggestions}
        />
        <p class="actions">
          <button type="submit" class="primary">
            Save
          </button>
        </p>
      </form>
      {project && <ProjectSettings project={project} />}
    </main>
  );
}

/** What holds for everybody in a project. */
function ProjectSettings({ project }: { project: Project }) {
  return (
    <form
      method="post"
      action={`/settings/project?project=${encodeURIComponent(project.slug)}`}
      class="apart"
    >
      <h2>{project.name}</h2>
      <Choice
        id="project-suggestions"
        name="suggestions"
        label="Suggestions in this project"
        hint="Off, nobody sees any here, whatever their own setting says."
        isSet={project.suggestions}
      />
      <p class="actions">
        <button type="submit">Save</button>
      </p>
    </form>
  );
}

interface ChoiceProps {
  /** Where it is not the name. */
  readonly id?: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isSet: boolean;
}

function Choice({ name, id = name, label, hint, isSet }: ChoiceProps) {
  return (
    <div class="choice">
      <input type="checkbox" id={id} name={name} value="1" checked={isSet} aria-describedby={`${id}-hint`} />
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

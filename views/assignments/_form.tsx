import { CODERS_PROPOSED, SHARES_PROPOSED } from '../../src/domain/assignment.ts';
import { MAX_CODERS_EACH, MAX_STALE_DAYS } from '../../src/domain/assignment-form.ts';
import { t } from '../../src/messages/language.ts';
import { Field, FieldError } from '../shared/_field.tsx';

/** Somebody who may be given articles. */
export interface ShownCoder {
  readonly id: string;
  readonly name: string;
  /** Sentences that lie before them. */
  readonly load: number;
}

/** What the form holds, as it was sent. */
export interface AssignmentValues {
  readonly which: 'all' | 'free' | 'filter' | 'ticked';
  readonly words: string;
  readonly label: string;
  readonly ticked: readonly string[];
  readonly coders: readonly string[];
  readonly codersEach: string;
  readonly share: string;
  readonly seed: string;
  readonly due: string;
  readonly seats: string;
  readonly stale: string;
}

export interface AssignmentFormProps {
  /** `/projects/slug/assignments`. */
  readonly address: string;
  readonly values: AssignmentValues;
  readonly coders: readonly ShownCoder[];
  readonly labels: readonly string[];
  readonly problems: Readonly<Record<string, string | undefined>>;
  /** Of the plan that is shown beneath; it is given out only where it still is this one. */
  readonly mark?: string | undefined;
  /** Names the form, so that sent twice nothing is done twice. */
  readonly requestKey: string;
}

/** One form: which articles, and what is to be done with them. */
export function AssignmentForm(props: AssignmentFormProps) {
  const { address, values, mark, requestKey } = props;
  return (
    <form method="post" action={address} class="assigning" autocomplete="off">
      <input type="hidden" name="request_key" value={requestKey} />
      {mark && <input type="hidden" name="seen" value={mark} />}
      {values.ticked.map((id) => (
        <input type="hidden" name="article" value={id} />
      ))}
      <Articles {...props} />
      <GiveOut {...props} />
      <TakeThem {...props} />
      <Practice />
    </form>
  );
}

function Articles({ values, labels, problems }: AssignmentFormProps) {
  const choice = (which: AssignmentValues['which'], words: string) => (
    <label>
      <input type="radio" name="which" value={which} checked={values.which === which} /> {words}
    </label>
  );
  return (
    <fieldset class="group">
      <legend>{t('assignments.articles')}</legend>
      <div class="options">
        {values.ticked.length > 0 &&
          choice('ticked', t('assignments.ticked', { count: values.ticked.length }))}
        {choice('free', t('assignments.free'))}
        {choice('all', t('assignments.all'))}
        {choice('filter', t('assignments.filter'))}
      </div>
      <div class="fields">
        <Field name="q" label={t('assignments.words')}>
          {(control) => <input {...control} type="search" value={values.words} dir="auto" />}
        </Field>
        <Field name="label" label={t('assignments.label')}>
          {(control) => (
            <select {...control}>
              <option value="">{t('assignments.anyLabel')}</option>
              {labels.map((label) => (
                <option value={label} selected={label === values.label}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <FieldError name="which" problem={problems.which} />
    </fieldset>
  );
}

function GiveOut(props: AssignmentFormProps) {
  const { values, problems, mark } = props;
  return (
    <fieldset class="group">
      <legend>{t('assignments.giveOut')}</legend>
      <Coders {...props} />
      <div class="fields">
        <Field
          name="coders_each"
          label={t('assignments.codersEach')}
          hint={t('assignments.codersEachHint')}
          problem={problems.coders_each}
        >
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={MAX_CODERS_EACH}
              value={values.codersEach}
              list="coders-proposed"
            />
          )}
        </Field>
        <Proposals id="coders-proposed" values={CODERS_PROPOSED} />
        <Field
          name="share"
          label={t('assignments.share')}
          hint={t('assignments.shareHint')}
          problem={problems.share}
        >
          {(control) => (
            <input {...control} type="number" min={0} max={100} value={values.share} list="shares-proposed" />
          )}
        </Field>
        <Proposals id="shares-proposed" values={SHARES_PROPOSED.map((share) => Math.round(share * 100))} />
        <Field
          name="seed"
          label={t('assignments.seed')}
          hint={t('assignments.seedHint')}
          problem={problems.seed}
        >
          {(control) => <input {...control} inputmode="numeric" value={values.seed} />}
        </Field>
        <Field name="due" label={t('assignments.due')} problem={problems.due}>
          {(control) => <input {...control} type="date" value={values.due} />}
        </Field>
      </div>
      <p class="actions">
        <button type="submit" name="deed" value="preview" class={mark ? undefined : 'primary'}>
          {t('assignments.preview')}
        </button>
        <button type="submit" name="deed" value="assign" class={mark ? 'primary' : undefined}>
          {t('assignments.give')}
        </button>
      </p>
    </fieldset>
  );
}

function Proposals({ id, values }: { id: string; values: readonly number[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option value={value} />
      ))}
    </datalist>
  );
}

function Coders({ coders, values, problems }: AssignmentFormProps) {
  return (
    <fieldset class="options">
      <legend>{t('assignments.coders')}</legend>
      {coders.map(({ id, name, load }) => (
        <label>
          <input type="checkbox" name="coder" value={id} checked={values.coders.includes(id)} />
          <span dir="auto">{name}</span> <span class="faint">{t('assignments.before', { count: load })}</span>
        </label>
      ))}
      <FieldError name="coder" problem={problems.coder} />
    </fieldset>
  );
}

function TakeThem({ values, problems }: AssignmentFormProps) {
  return (
    <fieldset class="group">
      <legend>{t('assignments.takeThem')}</legend>
      <div class="fields">
        <Field
          name="seats"
          label={t('assignments.seats')}
          hint={t('assignments.seatsHint')}
          problem={problems.seats}
        >
          {(control) => (
            <input {...control} type="number" min={0} max={MAX_CODERS_EACH} value={values.seats} />
          )}
        </Field>
        <Field
          name="stale"
          label={t('assignments.stale')}
          hint={t('assignments.staleHint')}
          problem={problems.stale}
        >
          {(control) => (
            <input {...control} type="number" min={1} max={MAX_STALE_DAYS} value={values.stale} />
          )}
        </Field>
      </div>
      <p class="actions">
        <button type="submit" name="deed" value="seats">
          {t('assignments.open')}
        </button>
        <button type="submit" name="deed" value="stale">
          {t('assignments.keepStale')}
        </button>
      </p>
    </fieldset>
  );
}

function Practice() {
  return (
    <fieldset class="group">
      <legend>{t('assignments.practice')}</legend>
      <p class="hint">{t('assignments.practiceHint')}</p>
      <p class="actions">
        <button type="submit" name="deed" value="practise">
          {t('assignments.practise')}
        </button>
        <button type="submit" name="deed" value="no-practice">
          {t('assignments.noPractice')}
        </button>
      </p>
    </fieldset>
  );
}

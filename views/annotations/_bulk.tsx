import type { ComponentChildren } from 'preact';
import type { Annotation } from '../../src/domain/annotation.ts';
import { isFiltering } from '../../src/domain/annotation-filter.ts';
import { CONFIDENCE } from '../../src/domain/attributes.ts';
import { t } from '../../src/messages/language.ts';
import type { Place } from '../layouts/place.ts';
import { useOfferedTags } from '../shared/_codebook.tsx';
import { Hidden } from './_cell.tsx';
import { shorten, TagLetter } from './_entry.tsx';
import { BULK_FORM } from './_row.tsx';
import { addressWith, type TableQuery, tableAddress } from './_table.tsx';

export interface BulkFormProps {
  readonly place: Place;
  readonly query: TableQuery;
  /** How many the filter finds on all pages; `hasMore` says that there are more still. */
  readonly total: number;
  readonly hasMore: boolean;
  /** Names the form, so that sent twice nothing is done twice. */
  readonly formKey: string;
  /** Whether all rows that match were ticked. */
  readonly isAllPicked?: boolean;
  /** What is wrong with the change that was asked for, by field. */
  readonly problems?: Readonly<Record<string, string>>;
  readonly speakers: readonly string[];
}

/** Ticks all that match, on other pages too; what is done with them stands below the table. */
export function PickAll({ query, total, hasMore, isAllPicked }: BulkFormProps) {
  return (
    <p class="pick-all">
      {!hasMore && (
        <label>
          <input type="checkbox" form={BULK_FORM} name="all" value={total} checked={isAllPicked} />{' '}
          {isFiltering(query.filter)
            ? t('annotations.selectMatching', { count: total })
            : t('annotations.selectAll', { count: total })}
        </label>
      )}
    </p>
  );
}

/** Changes the rows that are ticked, or all that match, in one step. It is in sight once something is ticked. */
export function BulkForm(props: BulkFormProps) {
  const { place, query, formKey, problems = {} } = props;
  const address = addressWith(place, '/annotations/changes', {});
  const isOpen = Object.keys(problems).length > 0;
  return (
    <form
      id={BULK_FORM}
      class={isOpen ? 'bulk open' : 'bulk'}
      method="post"
      action={address}
      hx-post={address}
      hx-target="#annotations"
      hx-swap="outerHTML"
      aria-label={t('annotations.bulk')}
    >
      <Hidden fields={{ form_key: formKey, back: tableAddress(place, query) }} />
      <span id="picked-count" class="numbers" role="status" />
      <Deeds {...props} />
      <p class="wrong" id="bulk-error" role="alert">
        {problems.pick ?? problems.form}
      </p>
    </form>
  );
}

function Deeds({ speakers, problems = {} }: BulkFormProps) {
  const tags = useOfferedTags();
  return (
    <div class="deeds">
      <Deed
        name="tag"
        label={t('annotations.newTag')}
        button={t('annotations.setTag')}
        problem={problems.tag}
      >
        {(control) => (
          <select {...control}>
            {tags.map((tag) => (
              <option value={tag}>{t(`tagName.${tag}`)}</option>
            ))}
          </select>
        )}
      </Deed>
      <Deed
        name="speaker"
        label={t('annotations.newSpeaker')}
        button={t('annotations.setSpeaker')}
        problem={problems.speaker}
      >
        {(control) => (
          <>
            <input {...control} list="bulk-speakers" autocomplete="off" dir="auto" />
            <datalist id="bulk-speakers">
              {speakers.map((name) => (
                <option value={name} />
              ))}
            </datalist>
          </>
        )}
      </Deed>
      <Deed
        name="confidence"
        label={t('annotations.newConfidence')}
        button={t('annotations.setConfidence')}
        problem={problems.confidence}
      >
        {(control) => (
          <select {...control}>
            {CONFIDENCE.map((value) => (
              <option value={value}>{t(`choice.${value}`)}</option>
            ))}
            <option value="">{t('annotations.noConfidence')}</option>
          </select>
        )}
      </Deed>
      <button class="delete" name="deed" value="delete">
        {t('annotations.deleteAll')}
      </button>
    </div>
  );
}

interface DeedProps {
  readonly name: string;
  readonly label: string;
  readonly button: string;
  readonly problem: string | undefined;
  readonly children: (control: Readonly<Record<string, unknown>>) => ComponentChildren;
}

/** A value with the button that sets it. */
function Deed({ name, label, button, problem, children }: DeedProps) {
  const id = `bulk-${name}`;
  const error = `${id}-error`;
  return (
    <div class="deed">
      <label class="hidden-words" for={id}>
        {label}
      </label>
      {children({ id, name, 'aria-describedby': error, 'aria-invalid': problem ? 'true' : undefined })}
      <button name="deed" value={name}>
        {button}
      </button>
      <p class="wrong" id={error}>
        {problem}
      </p>
    </div>
  );
}

/** Most annotations that a refusal names. */
const MAX_NAMED = 10;

/** Why nothing was changed, with the annotations that others have changed since. */
export function StaleNotice({ sentence, stale }: { sentence: string; stale: readonly Annotation[] }) {
  return (
    <>
      <p class="wrong">{sentence}</p>
      {stale.length > 0 && (
        <ul>
          {stale.slice(0, MAX_NAMED).map((annotation) => (
            <li dir="auto">
              <TagLetter tag={annotation.tag} /> {shorten(annotation.text, 80)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

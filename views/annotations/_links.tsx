import type { Annotation } from '../../src/domain/annotation.ts';
import { LINK_KINDS, type LinkSeen } from '../../src/domain/link.ts';
import { t } from '../../src/messages/language.ts';
import { Field } from '../shared/_field.tsx';
import { OtherEnd, sayHow, shorten } from './_entry.tsx';
import type { Typed } from './_form.tsx';

/** The form that links an annotation to another one. */
export interface LinkFormProps {
  /** What it can be linked to, in the order of the text. */
  readonly others: readonly Annotation[];
  readonly typed?: Typed | undefined;
}

export interface LinksProps {
  readonly annotation: Pick<Annotation, 'id'>;
  readonly links: readonly LinkSeen[];
  /** Whether the reader may change them. */
  readonly mayWrite: boolean;
  /** Absent where the form is one step away. */
  readonly form?: LinkFormProps | undefined;
  /** Names the forms, so that sent twice nothing is done twice. */
  readonly formKey: string;
  /** Beside the text the forms are sent without leaving it. */
  readonly place: 'page' | 'list';
}

/** The links of an annotation as sentences, and the way to make one. */
export function Links(props: LinksProps) {
  const { annotation, links, mayWrite, form, place } = props;
  const { id } = annotation;
  const heading = `links-heading-${id}`;
  const Heading = place === 'page' ? 'h2' : 'h3';
  return (
    <section class="links" id={`links-${id}`} aria-labelledby={heading}>
      <Heading id={heading} class={place === 'list' && links.length === 0 ? 'hidden-words' : undefined}>
        {t('links.heading')}
      </Heading>
      {links.length === 0 && place === 'page' && <p class="faint">{t('links.none')}</p>}
      {links.length > 0 && (
        <ul>
          {links.map((seen) => (
            <li>
              {sayHow(seen)}: <OtherEnd other={seen.other} most={140} />
              {mayWrite && <RemoveLink {...props} seen={seen} />}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (form ? <LinkForm {...props} form={form} /> : <ToLinkForm id={id} />)}
    </section>
  );
}

/** What sends a form of the card without leaving the text. */
function liveAttributes({ annotation, place }: LinksProps) {
  return place === 'list' ? { 'hx-post': `/annotations/${annotation.id}/links`, 'hx-swap': 'none' } : {};
}

function RemoveLink(props: LinksProps & { seen: LinkSeen }) {
  const { annotation, formKey, place, seen } = props;
  const { fromId, toId, kind } = seen.link;
  const words = shorten(seen.other.text, 90);
  return (
    <form method="post" action={`/annotations/${annotation.id}/links`} {...liveAttributes(props)}>
      <input type="hidden" name="_method" value="DELETE" />
      <input type="hidden" name="form_key" value={formKey} />
      {place === 'list' && <input type="hidden" name="view" value="card" />}
      <input type="hidden" name="from" value={fromId} />
      <input type="hidden" name="to" value={toId} />
      <input type="hidden" name="kind" value={kind} />
      <button class="quiet" aria-label={t('links.removeThis', { how: sayHow(seen), words })}>
        {t('links.remove')}
      </button>
    </form>
  );
}

function ToLinkForm({ id }: { id: string }) {
  return (
    <p>
      <a
        href={`/annotations/${id}#links-${id}`}
        hx-get={`/annotations/${id}?view=links`}
        hx-target={`#links-${id}`}
        hx-swap="outerHTML"
      >
        {t('links.add')}
      </a>
    </p>
  );
}

function LinkForm(props: LinksProps & { form: LinkFormProps }) {
  const { annotation, formKey, place, form } = props;
  const { others, typed } = form;
  const { id } = annotation;
  if (others.length === 0) return <p class="faint">{t('links.noOther')}</p>;
  const kinds = LINK_KINDS.map((kind) => [kind, t(`linkKind.${kind}`)] as const);
  const ends = others.map((other) => [other.id, sayOther(other)] as const);
  return (
    <form
      class="link-form"
      method="post"
      action={`/annotations/${id}/links`}
      aria-label={t('links.add')}
      {...liveAttributes(props)}
    >
      <input type="hidden" name="form_key" value={formKey} />
      {place === 'list' && <input type="hidden" name="view" value="card" />}
      <Choice
        id={`link-${id}-kind`}
        name="kind"
        label={t('links.kind')}
        options={kinds}
        typed={typed}
        isFirst={place === 'list' && !typed}
      />
      <Choice id={`link-${id}-to`} name="to" label={t('links.other')} options={ends} typed={typed} />
      <button>{t('links.submit')}</button>
    </form>
  );
}

function sayOther({ tag, text }: Annotation): string {
  return `${t('annotation.tagged', { tag: t(`tagName.${tag}`) })}${shorten(text, 90)}`;
}

interface ChoiceProps {
  readonly id: string;
  readonly name: 'kind' | 'to';
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly typed: Typed | undefined;
  /** Whether it takes the focus when it comes. */
  readonly isFirst?: boolean;
}

function Choice({ id, name, label, options, typed, isFirst = false }: ChoiceProps) {
  const chosen = typed?.values[name] ?? '';
  return (
    <Field id={id} name={name} label={label} problem={typed?.problems[name]}>
      {(control) => (
        <select {...control} autofocus={control.autofocus ?? (isFirst || undefined)}>
          <option value="">{t('links.choose')}</option>
          {options.map(([value, words]) => (
            <option value={value} selected={value === chosen}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

import type { Annotation } from '../../src/domain/annotation.ts';
import { askedAttributes } from '../../src/domain/attributes.ts';
import { TAG_FACTS, TAGS, type Tag } from '../../src/domain/tag.ts';
import { AttributeField } from '../shared/_attribute-field.tsx';
import { summarise } from '../shared/say-attributes.ts';
import { entryAttributes, shorten, TagLetter } from './_entry.tsx';

/** What somebody typed and what is wrong with it, by field. */
export interface Typed {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly problems: Readonly<Record<string, string>>;
}

export interface AnnotationFormProps {
  readonly annotation: Annotation;
  readonly typed?: Typed | undefined;
  /**
   * Where it stands: in the list beside the text it saves by itself; there and in a row of the table it can
   * be closed.
   */
  readonly place?: FormPlace;
  /** The annotation as somebody else has saved it meanwhile. */
  readonly conflict?: Annotation | undefined;
  /** Where saving leads back to, and what names the form, so that sent twice nothing is done twice. */
  readonly from?: { readonly back?: string | undefined; readonly formKey: string } | undefined;
  /** Names that the speaker's field offers from the start; elsewhere they are fetched when it is reached. */
  readonly speakers?: readonly string[] | undefined;
}

type FormPlace = 'page' | 'list' | 'row';

/** An entry of the list, opened. */
export function Card(props: AnnotationFormProps) {
  const { annotation } = props;
  const attributes = entryAttributes(annotation);
  return (
    <li {...attributes} class={`${attributes.class} card`}>
      <p class="words" dir="auto">
        <TagLetter tag={annotation.tag} />
        {shorten(annotation.text, 400)}
      </p>
      <AnnotationForm {...props} place="list" />
    </li>
  );
}

/** The fields that a tag needs. A plain form; in the list it also saves each field as soon as it is left. */
export function AnnotationForm(props: AnnotationFormProps) {
  const { annotation, typed, place = 'page', conflict, from } = props;
  const { id } = annotation;
  const tag = TAGS.find((known) => known === typed?.values.tag) ?? annotation.tag;
  const address = `/annotations/${id}`;
  const values = typed?.values ?? {};
  return (
    <form
      id={`form-${id}`}
      class="attributes"
      method="post"
      action={address}
      {...liveAttributes(place, address)}
    >
      <input type="hidden" name="_method" value="PATCH" />
      {place === 'row' && <input type="hidden" name="view" value="row" />}
      {from && <input type="hidden" name="form_key" value={from.formKey} />}
      {from?.back && <input type="hidden" name="back" value={from.back} />}
      <Version annotation={annotation} />
      <div class="fields">
        {askedAttributes(tag).map((rule, at) => (
          <>
            {rule.kind === 'paragraph' && <TagChoice id={`f-${id}-tag`} chosen={tag} />}
            <AttributeField
              rule={rule}
              value={values[rule.field] ?? asTyped(annotation[rule.name])}
              problem={typed?.problems[rule.field]}
              idPrefix={`f-${id}`}
              isFirst={place === 'row' && at === 0}
              articleId={annotation.articleId}
              speakers={props.speakers}
            />
          </>
        ))}
      </div>
      <div class="actions">
        <button class="primary" name="done" value="1">
          Save <kbd aria-hidden="true">Enter</kbd>
        </button>
        <button class="delete" name="_method" value="DELETE" formNoValidate>
          Delete
        </button>
        {place !== 'page' && <CloseLink id={id} place={place} back={from?.back} />}
      </div>
      <EndButtons />
      <div id={`conflict-${id}`}>{conflict && <Conflict theirs={conflict} place={place} />}</div>
      <p class="wrong" id={`f-${id}-parts-error`} role="alert">
        {typed?.problems.parts}
      </p>
    </form>
  );
}

function liveAttributes(place: FormPlace, address: string) {
  if (place === 'page') return {};
  const common = { 'hx-post': address };
  if (place === 'row')
    return { ...common, 'hx-sync': 'this:queue all', 'hx-target': 'closest tr', 'hx-swap': 'outerHTML' };
  return { ...common, 'data-command': 'edit', 'hx-trigger': 'submit, change', 'hx-swap': 'none' };
}

function CloseLink({ id, place, back }: { id: string; place: 'list' | 'row'; back?: string | undefined }) {
  const [closed, target] = place === 'row' ? ['row', 'closest tr'] : ['entry', 'closest li'];
  return (
    <a
      class="close"
      href={back ?? `/annotations/${id}`}
      hx-get={`/annotations/${id}/${closed}`}
      hx-target={target}
      hx-swap="outerHTML"
    >
      Close <kbd aria-hidden="true">Esc</kbd>
    </a>
  );
}

/** The version the form was filled from; swapped by itself when a field was saved. */
export function Version({ annotation }: { annotation: Annotation }) {
  return <input type="hidden" name="version" id={`version-${annotation.id}`} value={annotation.version} />;
}

function TagChoice({ id, chosen }: { id: string; chosen: Tag }) {
  return (
    <div class="field">
      <label for={id}>Tag</label>
      <select id={id} name="tag">
        {TAGS.map((tag) => (
          <option value={tag} selected={tag === chosen}>
            {TAG_FACTS[tag].name}
          </option>
        ))}
      </select>
    </div>
  );
}

const MOVES = [
  ['Start', 'start-earlier', '←', 'Start one word earlier'],
  ['', 'start-later', '→', 'Start one word later'],
  ['End', 'end-earlier', '←', 'End one word earlier'],
  ['', 'end-later', '→', 'End one word later'],
] as const;

function EndButtons() {
  return (
    <fieldset class="ends">
      <legend class="hidden-words">Move the ends by a word</legend>
      {MOVES.map(([end, move, sign, words]) => (
        <>
          {end && <span aria-hidden="true">{end} </span>}
          <button class="quiet" name="move" value={move} aria-label={words} title={words}>
            {sign}
          </button>
        </>
      ))}
    </fieldset>
  );
}

/** Both versions side by side: theirs in words, the person's own still in the fields. */
export function Conflict({ theirs, place = 'list' }: { theirs: Annotation; place?: FormPlace }) {
  const address = `/annotations/${theirs.id}`;
  return (
    <div class="conflict" role="alert">
      <p>
        <strong>Not saved:</strong> this annotation was changed since you opened it. Your version is still in
        the fields above; this is the one that is saved:
      </p>
      <p class="theirs">
        {TAG_FACTS[theirs.tag].name}: <q>{shorten(theirs.text, 200)}</q>
        {summarise(theirs).length > 0 && ` · ${summarise(theirs).join(' · ')}`}
        {theirs.note && ` · ${theirs.note}`}
      </p>
      <p class="actions">
        <button name="over" value={theirs.version}>
          Save mine over it
        </button>
        <a
          href={address}
          hx-get={place === 'row' ? `${address}?view=row` : address}
          hx-target={place === 'row' ? 'closest tr' : 'closest li'}
          hx-swap="outerHTML"
        >
          Keep the saved one
        </a>
      </p>
    </div>
  );
}

/** A stored attribute as somebody would type it. */
function asTyped(value: string | number | null): string {
  return value === null ? '' : String(value);
}

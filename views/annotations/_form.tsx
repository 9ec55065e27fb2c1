import type { VNode } from 'preact';
import type { Annotation } from '../../src/domain/annotation.ts';
import type { AttributeName, AttributeRule } from '../../src/domain/attributes.ts';
import { fieldsOfTag } from '../../src/domain/codebook/answers.ts';
import { askedAttributes, tagNamedIn } from '../../src/domain/codebook/codebook.ts';
import { ownField, writeAnswer } from '../../src/domain/codebook/field.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { rich, t } from '../../src/messages/language.ts';
import { AttributeField } from '../shared/_attribute-field.tsx';
import { useCodebook, useOfferedTags } from '../shared/_codebook.tsx';
import { Icon } from '../shared/_icon.tsx';
import { OwnField } from '../shared/_own-field.tsx';
import { summarise } from '../shared/say-attributes.ts';
import { type EntryProps, entryAttributes, shorten, TagLetter, Whose } from './_entry.tsx';

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

/** An entry of the list, opened; beneath its form what is said of it. */
export function Card(props: AnnotationFormProps & EntryProps & { talk?: VNode | undefined }) {
  const { annotation } = props;
  const attributes = entryAttributes(useCodebook(), props);
  return (
    <li {...attributes} class={`${attributes.class} card`}>
      <p class="words" dir="auto" id={`words-${annotation.id}`}>
        <TagLetter tag={annotation.tag} />
        {shorten(annotation.text, 400)}
      </p>
      <Whose name={props.whose} />
      <AnnotationForm {...props} place="list" />
      {props.talk}
    </li>
  );
}

/** The fields that a tag needs. A plain form; in the list it also saves each field as soon as it is left. */
export function AnnotationForm(props: AnnotationFormProps) {
  const { annotation, typed, place = 'page', conflict, from } = props;
  const { id } = annotation;
  const address = `/annotations/${id}`;
  return (
    <form id={`form-${id}`} class="attributes" method="post" action={address} {...liveAttributes(place, id)}>
      <input type="hidden" name="_method" value="PATCH" />
      {place === 'row' && <input type="hidden" name="view" value="row" />}
      {from && <input type="hidden" name="form_key" value={from.formKey} />}
      {from?.back && <input type="hidden" name="back" value={from.back} />}
      <Version annotation={annotation} />
      <Fields {...props} />
      <div class="actions">
        <button class="primary" name="done" value="1">
          {rich('annotation.save', { key: keyHint })}
        </button>
        <button class="delete" name="_method" value="DELETE" formNoValidate>
          {t('annotation.delete')}
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

const keyHint = (key: string) => <kbd aria-hidden="true">{key}</kbd>;

/** What is asked for even where nothing is known yet. */
const FIRST: readonly AttributeName[] = ['speaker', 'checkWorthiness', 'value', 'unit'];

/** The fields that hold something, or should; the others stand behind "More". */
function Fields({ annotation, typed, place, speakers }: AnnotationFormProps) {
  const { id } = annotation;
  const codebook = useCodebook();
  const tag = tagNamedIn(codebook, typed?.values.tag ?? '') ?? annotation.tag;
  const writtenIn = ({ field, name }: AttributeRule) => typed?.values[field] ?? asTyped(annotation[name]);
  const isShown = (rule: AttributeRule) =>
    FIRST.includes(rule.name) || writtenIn(rule) !== '' || Boolean(typed?.problems[rule.field]);
  const rules = askedAttributes(codebook, tag);
  const shown = rules.filter(isShown);
  const draw = (rule: AttributeRule) => (
    <AttributeField
      rule={rule}
      value={writtenIn(rule)}
      problem={typed?.problems[rule.field]}
      idPrefix={`f-${id}`}
      isFirst={place === 'row' && rule === shown[0]}
      articleId={annotation.articleId}
      speakers={speakers}
    />
  );
  return (
    <>
      <div class="fields">
        {shown.filter(({ kind }) => kind !== 'paragraph').map(draw)}
        <TagChoice id={`f-${id}-tag`} chosen={tag} />
        {shown.filter(({ kind }) => kind === 'paragraph').map(draw)}
        {fieldsOfTag(codebook, tag).map((field) => (
          <OwnField
            field={field}
            value={typed?.values[ownField(field.key)] ?? answerIn(annotation, field.key)}
            problem={typed?.problems[ownField(field.key)]}
            idPrefix={`f-${id}`}
          />
        ))}
      </div>
      {shown.length < rules.length && (
        <details class="more" id={`more-${id}`}>
          <summary>{t('annotation.more')}</summary>
          <div class="fields">{rules.filter((rule) => !shown.includes(rule)).map(draw)}</div>
        </details>
      )}
    </>
  );
}

function answerIn({ answers }: Annotation, key: string): string {
  const answer = answers?.[key];
  return answer === undefined ? '' : writeAnswer(answer);
}

function liveAttributes(place: FormPlace, id: string) {
  if (place === 'page') return {};
  const common = { 'hx-post': `/annotations/${id}` };
  if (place === 'row')
    return { ...common, 'hx-sync': 'this:queue all', 'hx-target': 'closest tr', 'hx-swap': 'outerHTML' };
  const named = { 'aria-labelledby': `words-${id}`, 'data-command': 'edit' };
  return { ...common, ...named, 'hx-trigger': 'submit, change', 'hx-swap': 'none' };
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
      {rich('annotation.close', { key: keyHint })}
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
      <label for={id}>{t('annotation.tag')}</label>
      <select id={id} name="tag">
        {useOfferedTags(chosen).map((tag) => (
          <option value={tag} selected={tag === chosen}>
            {t(`tagName.${tag}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

const MOVES = [
  ['start', 'start-earlier', 'startEarlier'],
  ['', 'start-later', 'startLater'],
  ['end', 'end-earlier', 'endEarlier'],
  ['', 'end-later', 'endLater'],
] as const;

function EndButtons() {
  return (
    <fieldset class="ends">
      <legend class="hidden-words">{t('annotation.ends')}</legend>
      {MOVES.map(([end, move, name]) => {
        const words = t(`annotation.${name}`);
        return (
          <>
            {end && <span aria-hidden="true">{t(`annotation.${end}`)} </span>}
            <button class="quiet" name="move" value={move} aria-label={words} title={words}>
              <Icon name={move.endsWith('earlier') ? 'earlier' : 'later'} />
            </button>
          </>
        );
      })}
    </fieldset>
  );
}

/** Both versions side by side: theirs in words, the person's own still in the fields. */
export function Conflict({ theirs, place = 'list' }: { theirs: Annotation; place?: FormPlace }) {
  const address = `/annotations/${theirs.id}`;
  return (
    <div class="conflict" role="alert">
      <p>{rich('annotation.conflict', { b: (words) => <strong>{words}</strong> })}</p>
      <p class="theirs">
        {t('annotation.tagged', { tag: t(`tagName.${theirs.tag}`) })}
        <q>{shorten(theirs.text, 200)}</q>
        {summarise(theirs).length > 0 && ` · ${summarise(theirs).join(' · ')}`}
        {theirs.note && ` · ${theirs.note}`}
      </p>
      <p class="actions">
        <button name="over" value={theirs.version}>
          {t('annotation.saveMine')}
        </button>
        <a
          href={address}
          hx-get={place === 'row' ? `${address}?view=row` : address}
          hx-target={place === 'row' ? 'closest tr' : 'closest li'}
          hx-swap="outerHTML"
        >
          {t('annotation.keepSaved')}
        </a>
      </p>
    </div>
  );
}

/** A stored attribute as somebody would type it. */
function asTyped(value: string | number | null): string {
  return value === null ? '' : String(value);
}

import type { Annotation } from '../../src/domain/annotation.ts';
import { t } from '../../src/messages/language.ts';
import { AttributeField } from '../shared/_attribute-field.tsx';
import { useOfferedTags } from '../shared/_codebook.tsx';
import { summarise } from '../shared/say-attributes.ts';
import { attributeOf, type ColumnKey, columnName } from './_columns.ts';
import type { Typed } from './_form.tsx';

/** What is being edited in a row: a column, or `all` of it. */
export interface OpenCell {
  readonly column: string;
  /** The address of the table, which saving leads back to. */
  readonly back: string;
  /** Names what the form sends, so that sent twice nothing is done twice. */
  readonly formKey: string;
  readonly typed?: Typed | undefined;
  /** The annotation as somebody else has saved it meanwhile. */
  readonly conflict?: Annotation | undefined;
}

export interface CellFormProps {
  readonly annotation: Annotation;
  readonly column: ColumnKey;
  readonly open: OpenCell;
}

/** One cell of the table, opened: a form of its own, which works without scripts. Its answer replaces the row. */
export function CellForm({ annotation, column, open }: CellFormProps) {
  const { id } = annotation;
  const address = `/annotations/${id}`;
  return (
    <form
      class="cell-form"
      method="post"
      action={address}
      hx-post={address}
      hx-target="closest tr"
      hx-swap="outerHTML"
      hx-sync="this:queue all"
    >
      <Hidden
        fields={{
          _method: 'PATCH',
          view: 'cell',
          cell: column,
          version: String(annotation.version),
          form_key: open.formKey,
          back: open.back,
          open: '',
        }}
      />
      <CellField annotation={annotation} column={column} open={open} />
      {open.conflict && <Theirs theirs={open.conflict} />}
      <p class="actions">
        {open.conflict ? (
          <button class="primary" name="over" value={open.conflict.version}>
            {t('annotations.saveOver')}
          </button>
        ) : (
          <button class="primary">{t('annotations.save')}</button>
        )}
        <a class="close" href={open.back} data-row={id}>
          {open.conflict ? t('annotations.keepTheirs') : t('annotations.cancel')}
        </a>
      </p>
    </form>
  );
}

/** Fields of a form that nobody sees. */
export function Hidden({ fields }: { fields: Readonly<Record<string, string>> }) {
  return (
    <>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function CellField({ annotation, column, open: { typed } }: CellFormProps) {
  const rule = attributeOf(column);
  const prefix = `c-${annotation.id}`;
  if (!rule) return <TagField annotation={annotation} id={`${prefix}-tag`} chosen={typed?.values.tag} />;
  const stored = annotation[rule.name];
  return (
    <AttributeField
      rule={rule}
      value={typed?.values[rule.field] ?? (stored === null ? '' : String(stored))}
      problem={typed?.problems[rule.field]}
      idPrefix={prefix}
      isFirst={true}
      articleId={annotation.articleId}
    />
  );
}

function TagField({
  annotation,
  id,
  chosen,
}: {
  annotation: Annotation;
  id: string;
  chosen: string | undefined;
}) {
  return (
    <div class="field">
      <label for={id}>{columnName('tag')}</label>
      <select id={id} name="tag" data-takes-focus="">
        {useOfferedTags(annotation.tag).map((tag) => (
          <option value={tag} selected={tag === (chosen ?? annotation.tag)}>
            {t(`tagName.${tag}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The version that is saved, in words; the person's own stands in the field. */
function Theirs({ theirs }: { theirs: Annotation }) {
  const said = [t(`tagName.${theirs.tag}`), ...summarise(theirs), theirs.note].filter(Boolean);
  return (
    <p class="wrong" role="alert">
      {t('annotations.conflict')} <span dir="auto">{said.join(' · ')}</span>
    </p>
  );
}

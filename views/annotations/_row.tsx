import type { ComponentChildren } from 'preact';
import type { Annotation } from '../../src/domain/annotation.ts';
import { askedAttributes, type Codebook } from '../../src/domain/codebook/codebook.ts';
import { inWords, t } from '../../src/messages/language.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { publishedDay } from '../shared/dates.ts';
import { summarise } from '../shared/say-attributes.ts';
import { tagClass } from '../shared/tags.ts';
import { CellForm, type OpenCell } from './_cell.tsx';
import { attributeOf, type ColumnKey, columnName } from './_columns.ts';
import { shorten, TagLetter } from './_entry.tsx';
import { AnnotationForm } from './_form.tsx';

/** An annotation with the names that its row shows. */
export interface RowProps {
  readonly annotation: Annotation;
  readonly articleTitle: string;
  readonly annotator: string;
}

/** A row as its table shows it. */
export interface TableRowProps extends RowProps {
  readonly columns: readonly ColumnKey[];
  readonly mayEdit: boolean;
  /** Whether rows of the table can be ticked, and this one is. */
  readonly mayPick: boolean;
  readonly isPicked?: boolean;
  /** The column whose cell takes the focus: it was just closed. */
  readonly focusOn?: string | undefined;
  readonly open?: OpenCell | undefined;
}

/** The form that all cells of the table open by; it holds how the table is asked for. */
export const CELLS_FORM = 'cells';

/** The form that changes the rows that are ticked. */
export const BULK_FORM = 'bulk';

/** One annotation of the project's table; each of its cells opens by itself. */
export function Row(props: TableRowProps) {
  const { annotation, columns, open } = props;
  const { id, tag, version } = annotation;
  if (open?.column === 'all') return <OpenRow {...props} open={open} />;
  const words = shorten(annotation.text, 60);
  return (
    <tr id={`row-${id}`} class={tag} data-annotation={id}>
      {props.mayPick && (
        <td class="pick">
          <input
            type="checkbox"
            form={BULK_FORM}
            name="pick"
            value={`${id}.${version}`}
            checked={props.isPicked}
            aria-label={t('annotations.selectRow', { words })}
          />
        </td>
      )}
      {columns.includes('tag') && <Cell {...props} column="tag" />}
      <Words {...props} />
      {columns
        .filter((column) => column !== 'tag')
        .map((column) => (
          <Cell {...props} column={column} />
        ))}
      <td>
        {props.mayEdit && (
          <button
            class="edit quiet"
            form={CELLS_FORM}
            name="open"
            value={`${id}.all`}
            aria-label={t('annotations.editRow', { words })}
            data-takes-focus={props.focusOn === 'all' ? '' : undefined}
          >
            {t('annotations.edit')}
          </button>
        )}
      </td>
    </tr>
  );
}

function Words({ annotation: { id, articleId, start, text } }: TableRowProps) {
  return (
    <th scope="row">
      <a class="words" href={`/articles/${articleId}?at=${start}#m-${id}`} dir="auto">
        {shorten(text, 140)}
      </a>
    </th>
  );
}

interface CellProps extends TableRowProps {
  readonly column: ColumnKey;
}

function Cell(props: CellProps) {
  const { annotation, column, open } = props;
  const codebook = useCodebook();
  const kind = attributeOf(column)?.kind;
  if (open?.column === column && isEditable(props, codebook)) {
    return (
      <td class={`editing is-${kind ?? column}`}>
        <CellForm annotation={annotation} column={column} open={open} />
      </td>
    );
  }
  return (
    <td class={`is-${kind ?? column}`} dir="auto">
      {isEditable(props, codebook) ? <CellButton {...props} /> : <Shown {...props} />}
    </td>
  );
}

function isEditable({ annotation, column, mayEdit }: CellProps, codebook: Codebook): boolean {
  const asked = askedAttributes(codebook, annotation.tag);
  return mayEdit && (column === 'tag' || asked.some(({ field }) => field === column));
}

function CellButton(props: CellProps) {
  const { annotation, column, focusOn } = props;
  const label = columnName(column);
  const value = column === 'tag' ? t(`tagName.${annotation.tag}`) : valueIn(annotation, column);
  return (
    <button
      class="cell"
      form={CELLS_FORM}
      name="open"
      value={`${annotation.id}.${column}`}
      aria-label={
        value === '' ? t('annotations.emptyCell', { label }) : t('annotations.editCell', { label, value })
      }
      data-takes-focus={focusOn === column ? '' : undefined}
    >
      {column === 'tag' ? <TagLetter tag={annotation.tag} /> : value}
    </button>
  );
}

function Shown({ annotation, articleTitle, annotator, column, columns }: CellProps) {
  const { articleId, tag, updatedAt } = annotation;
  const changed = updatedAt.toISOString();
  const shown: Readonly<Record<string, ComponentChildren>> = {
    tag: <TagLetter tag={tag} />,
    annotator,
    details: summarise(withoutShown(annotation, columns)).join(' · '),
    article: (
      <a href={`/articles/${articleId}`} dir="auto">
        {shorten(articleTitle, 45)}
      </a>
    ),
    changed: <time datetime={changed}>{publishedDay(changed.slice(0, 10))}</time>,
  };
  return <>{shown[column] ?? valueIn(annotation, column)}</>;
}

/** What has a column of its own need not be said again. */
function withoutShown(annotation: Annotation, columns: readonly ColumnKey[]): Annotation {
  const shown = columns.flatMap((column) => attributeOf(column)?.name ?? []);
  return { ...annotation, ...Object.fromEntries(shown.map((name) => [name, null])) };
}

/** An attribute as a cell shows it. */
function valueIn(annotation: Annotation, column: ColumnKey): string {
  const rule = attributeOf(column);
  const value = rule ? annotation[rule.name] : null;
  if (value === null) return '';
  if (typeof value === 'number') return inWords(rule?.isComputed ? Math.round(value * 100) / 100 : value);
  const choice = rule?.choices?.find((one) => one === value);
  return choice ? t(`choice.${choice}`) : shorten(value, 120);
}

/** The same row with the annotation's whole form. */
function OpenRow({ annotation, columns, mayPick, open }: TableRowProps & { open: OpenCell }) {
  const { back, formKey, typed, conflict } = open;
  return (
    <tr
      id={`row-${annotation.id}`}
      class={`open ${tagClass(useCodebook(), annotation.tag)}`}
      data-annotation={annotation.id}
    >
      <td colSpan={columns.length + (mayPick ? 3 : 2)}>
        <div class="card">
          <p class="words" dir="auto">
            <TagLetter tag={annotation.tag} />
            {shorten(annotation.text, 400)}
          </p>
          <AnnotationForm
            annotation={annotation}
            typed={typed}
            conflict={conflict}
            place="row"
            from={{ back, formKey }}
          />
        </div>
      </td>
    </tr>
  );
}

/** Says that an annotation was deleted, with the way back. */
export function DeletedNotice({
  annotation: { articleId, text },
  step,
}: {
  annotation: Pick<Annotation, 'articleId' | 'text'>;
  /** The step that undo takes back; the person's last one in the article where none is named. */
  step?: string | undefined;
}) {
  return (
    <>
      <p>
        {t('annotations.deleted')} <q dir="auto">{shorten(text, 80)}</q>
      </p>
      <form method="post" action={`/articles/${articleId}/undo`}>
        {step && <input type="hidden" name="of" value={step} />}
        <button type="submit">{t('annotations.undo')}</button>
      </form>
    </>
  );
}

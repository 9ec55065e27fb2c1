import { ATTRIBUTES } from '../../src/domain/attributes.ts';
import type { Comparison, Difference, TagText } from '../../src/domain/codebook/compare.ts';
import type { CodebookField } from '../../src/domain/codebook/field.ts';
import { HUES } from '../../src/domain/hue.ts';
import { inList, t } from '../../src/messages/language.ts';

/** What is different between two codebooks, line by line. */
export function Differences({ comparison }: { comparison: Comparison }) {
  const { differences, added, fields, order } = comparison;
  return (
    <div class="scrolls">
      <table class="stacked differences">
        <thead>
          <tr>
            <th scope="col">{t('codebook.part')}</th>
            <th scope="col">{t('codebook.before')}</th>
            <th scope="col">{t('codebook.after')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <Line {...difference} />
          ))}
          {added.map((tag) => (
            <tr>
              <th scope="row" dir="auto">
                {tag.name}
              </th>
              <td />
              <td data-label={t('codebook.after')}>
                <p>{t('codebook.addedTag')}</p>
                <p dir="auto">{tag.definition}</p>
              </td>
            </tr>
          ))}
          {fields.map(({ before, after }) => (
            <tr>
              <th scope="row" dir="auto">
                {after.name}
              </th>
              <td data-label={t('codebook.before')}>{before && <FieldSaid field={before} />}</td>
              <td data-label={t('codebook.after')}>
                <FieldSaid field={after} />
              </td>
            </tr>
          ))}
          {order && (
            <tr>
              <th scope="row">{t('codebook.order')}</th>
              <td />
              <td data-label={t('codebook.after')}>{inList(order.map((tag) => t(`tagName.${tag}`)))}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Line({ tag, text, before, after }: Difference) {
  return (
    <tr>
      <th scope="row">
        {t('codebook.atPlace', { place: t(`tagName.${tag}`), why: t(`codebookText.${text}`) })}
      </th>
      <td data-label={t('codebook.before')}>
        <Value text={text} value={before} />
      </td>
      <td data-label={t('codebook.after')}>
        <Value text={text} value={after} />
      </td>
    </tr>
  );
}

function Value({ text, value }: { text: TagText; value: Difference['before'] }) {
  if (typeof value === 'boolean') return <>{value ? t('codebook.isOff') : t('codebook.isOn')}</>;
  if (text === 'hue') return <>{sayHue(value)}</>;
  if (text === 'attributes') return <>{inList(fieldNames(value))}</>;
  const words = typeof value === 'object' ? value : [String(value)];
  if (words.join('') === '') return <span class="faint">{t('codebook.nothing')}</span>;
  return (
    <>
      {words.map((line) => (
        <p dir="auto">{line}</p>
      ))}
    </>
  );
}

function FieldSaid({ field }: { field: CodebookField }) {
  const { name, kind, tags, choices, help, isRequired, isOff } = field;
  const said = [
    `${name}: ${t(`fieldKind.${kind}`)}`,
    inList(tags.map((tag) => t(`tagName.${tag}`))),
    inList(choices),
    help,
    isRequired ? t('fieldText.required') : '',
    isOff ? t('codebook.isOff') : '',
  ];
  return (
    <>
      {said.filter(Boolean).map((line) => (
        <p dir="auto">{line}</p>
      ))}
    </>
  );
}

function fieldNames(value: Difference['before']): string[] {
  const asked = ATTRIBUTES.filter(({ name }) => typeof value === 'object' && value.includes(name));
  return asked.map(({ name }) => t(`attributeName.${name}`));
}

function sayHue(value: unknown): string {
  const [known] = hueNames().find(([, number]) => number === String(value)) ?? [];
  return known ?? String(value);
}

/** What each colour is called, with its number. */
export function hueNames(): [name: string, number: string][] {
  // The keys of an object literal are those of its type.
  return (Object.keys(HUES) as `${keyof typeof HUES}`[]).map((number) => [t(`hue.${number}`), number]);
}

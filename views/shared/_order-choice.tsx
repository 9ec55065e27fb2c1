import { t } from '../../src/messages/language.ts';

/** How a list is sorted: the names of its orders by their values. */
export function OrderChoice({ names, chosen }: { names: Readonly<Record<string, string>>; chosen: string }) {
  return (
    <div class="field">
      <label for="sort">{t('paging.order')}</label>
      <select id="sort" name="sort">
        {Object.entries(names).map(([value, name]) => (
          <option value={value} selected={value === chosen}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

import { z } from 'zod';

const recordShape = z.record(z.string(), z.unknown());
const itemShape = z.looseObject({ start: z.unknown(), end: z.unknown() });

/**
 * A record of Label Studio's JSON-MIN export in the shape of a task, all other values as they are. JSON-MIN writes the
 * fields of the data, then each control's regions under its name, without ids: what stands at the same place belongs
 * together.
 */
export function asTask(value: unknown): unknown {
  const { data: record } = recordShape.safeParse(value);
  if (!record || typeof record.data === 'object' || !isJsonMin(record)) return value;
  const controls = Object.entries(record).filter(([, items]) => isRegions(items));
  const data = Object.entries(record).filter(([, items]) => !isRegions(items));
  const { annotator, created_at, updated_at } = record;
  return {
    data: Object.fromEntries(data),
    annotations: [
      {
        completed_by: annotator,
        created_at,
        updated_at,
        result: controls.flatMap(([name, items]) => toResults(name, items)),
      },
    ],
  };
}

/** Whether a record is one of JSON-MIN: it has regions, or what every such record has beside its data. */
export function isJsonMin(record: Readonly<Record<string, unknown>>): boolean {
  const isExport = Object.hasOwn(record, 'annotation_id') && Object.hasOwn(record, 'lead_time');
  return isExport || Object.values(record).some(isRegions);
}

function isRegions(items: unknown): items is readonly unknown[] {
  if (!Array.isArray(items)) return false;
  const { data } = itemShape.safeParse(items[0]);
  return (
    data !== undefined && data.start !== undefined && data.end !== undefined && typeOf(data) !== undefined
  );
}

function toResults(name: string, items: unknown): object[] {
  const all: readonly unknown[] = isRegions(items) ? items : [];
  return all.flatMap((item) => {
    const { data } = itemShape.safeParse(item);
    const type = data && typeOf(data);
    if (!data || type === undefined) return [];
    return [{ id: `${data.start}-${data.end}`, from_name: name, type, value: data }];
  });
}

/** The type of a result is the name of its value; typed text is a list, where the region's words are one text. */
function typeOf(item: Readonly<Record<string, unknown>>): string | undefined {
  const labels = Object.keys(item).find((key) => key.endsWith('labels'));
  if (labels !== undefined) return labels;
  const other = ['choices', 'taxonomy', 'number', 'rating', 'datetime'].find((key) =>
    Object.hasOwn(item, key),
  );
  return other ?? (Array.isArray(item.text) ? 'textarea' : undefined);
}

import { asObject, isJsonMin, isJsonMinRegions, jsonMinType } from '../reading/tool-marks.ts';

/**
 * A record of Label Studio's JSON-MIN export in the shape of a task, all other values as they are. JSON-MIN writes the
 * fields of the data, then each control's regions under its name, without ids: what stands at the same place belongs
 * together.
 */
export function asTask(value: unknown): unknown {
  const record = asObject(value);
  if (!record || typeof record.data === 'object' || !isJsonMin(record)) return value;
  const controls = Object.entries(record).filter(([, items]) => isJsonMinRegions(items));
  const data = Object.entries(record).filter(([, items]) => !isJsonMinRegions(items));
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

function toResults(name: string, regions: unknown): object[] {
  if (!isJsonMinRegions(regions)) return [];
  return regions.flatMap((region) => {
    const value = asObject(region);
    const type = value && jsonMinType(value);
    if (!value || type === undefined) return [];
    return [{ id: `${value.start}-${value.end}`, from_name: name, type, value }];
  });
}

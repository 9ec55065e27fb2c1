/** Keys that Prodigy gives to every task, and no other tool. */
export const PRODIGY_KEYS = [
  '_input_hash',
  '_task_hash',
  '_view_id',
  '_session_id',
  '_annotator_id',
] as const;

import { ORIGINS, type Origin } from '../../domain/annotation.ts';

/** Label Studio's word for where a region came from; it knows the same three cases. */
export const REGION_ORIGINS = {
  manual: 'manual',
  suggestion: 'prediction',
  'suggestion-edited': 'prediction-changed',
} as const satisfies Record<Origin, string>;

/** The origin that Label Studio's word stands for, or undefined. */
export function originOf(word: string | undefined): Origin | undefined {
  return ORIGINS.find((origin) => REGION_ORIGINS[origin] === word);
}

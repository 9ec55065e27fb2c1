import type { Annotation } from '../../src/domain/annotation.ts';
import { membersOf } from '../../src/domain/case.ts';
import { formatSources, type JudgedCase, sourcesOf } from '../../src/domain/decision.ts';

/** What every form of the page carries, and how it is sent. */
export interface FormPlace {
  /** `/articles/:id` */
  readonly address: string;
  readonly requestKey: string;
  /**
   * `begun` where unfinished codings are included; `letters` or `names` where that is not what the project says; empty else.
   */
  readonly included: string;
  readonly names: string;
}

/** How a form of the page is sent where scripts are. */
export function swaps(action: string) {
  return {
    method: 'post' as const,
    action,
    'hx-post': action,
    'hx-target': '#adjudication',
    'hx-swap': 'outerMorph',
    'hx-sync': '#adjudication:queue all',
  };
}

/** What every form carries. */
export function Carried({ place }: { place: FormPlace }) {
  return (
    <>
      <input type="hidden" name="request_key" value={place.requestKey} />
      <input type="hidden" name="with" value={place.included} />
      <input type="hidden" name="names" value={place.names} />
    </>
  );
}

/** The case as it is seen: the decision is refused where it is another by then. */
export function SeenCase({ one }: { one: JudgedCase<Annotation> }) {
  return (
    <>
      <input type="hidden" name="case" value={formatSources(sourcesOf(membersOf(one)))} />
      <input type="hidden" name="over" value={one.decisions.map(({ id }) => id).join(' ')} />
    </>
  );
}

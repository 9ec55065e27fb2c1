import { t } from '../../src/messages/language.ts';
import type { Place } from '../layouts/place.ts';
import { Hidden } from './_cell.tsx';
import { addressWith } from './_table.tsx';

/** A step over several articles, as its notice tells it. */
export interface ShownStep {
  readonly step: string;
  readonly action: 'create' | 'update' | 'delete';
  readonly annotations: number;
  readonly articles: number;
  readonly state: 'done' | 'undone' | 'settled';
}

export interface StepNoticeProps {
  readonly place: Place;
  readonly shown: ShownStep;
  /** The page that undo leads back to. */
  readonly back: string;
  /** Names the form, so that sent twice nothing is undone twice. */
  readonly formKey: string;
  /** Annotations that could not have what was set. */
  readonly unfit?: number;
  /** Annotations that undo left, since somebody has changed them. */
  readonly kept?: number;
}

/** What a step over many annotations did, with its undo. */
export function StepNotice({ place, shown, back, formKey, unfit = 0, kept = 0 }: StepNoticeProps) {
  const { state, step } = shown;
  const deed = state === 'undone' ? 'redo' : 'undo';
  return (
    <>
      <p>
        {state === 'undone' ? t('annotations.stepUndone') : done(shown)}
        {unfit > 0 && ` ${t('annotations.unfit', { count: unfit })}`}
        {kept > 0 && ` ${t('annotations.stepKept', { count: kept })}`}
        {state === 'settled' && kept === 0 && ` ${t('annotations.stepSettled')}`}
      </p>
      {state !== 'settled' && (
        <form method="post" action={addressWith(place, `/steps/${step}/${deed}`, {})}>
          <Hidden fields={{ back, request_key: formKey }} />
          <button>{t(`annotations.${deed}`)}</button>
        </form>
      )}
    </>
  );
}

function done({ action, annotations, articles }: ShownStep): string {
  const count = { count: annotations };
  const what = {
    create: () => t('annotations.stepCreated', count),
    update: () => t('annotations.stepUpdated', count),
    delete: () => t('annotations.stepDeleted', count),
  }[action]();
  return t('annotations.inArticles', { what, count: articles });
}

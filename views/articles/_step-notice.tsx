import { t } from '../../src/messages/language.ts';
import { inProject, type Place } from '../layouts/place.ts';
import { address } from './list-address.ts';

export interface StepNoticeProps {
  readonly place: Place;
  /** Its name; empty where nothing was ticked. */
  readonly step: string;
  readonly kind: 'deleted' | 'labelled' | 'nothing';
  readonly articles: number;
  /** Whether it has been taken back. */
  readonly isUndone: boolean;
  /** The list to go back to, as its address holds it. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Says what was done to the articles that were ticked, with the way back. */
export function StepNotice({ place, step, kind, articles: count, isUndone, fields }: StepNoticeProps) {
  if (kind === 'nothing') return <p>{t('articles.nothingChanged')}</p>;
  if (isUndone) {
    return <p>{t(kind === 'deleted' ? 'articles.backMany' : 'articles.unlabelledMany', { count })}</p>;
  }
  return (
    <>
      <p>{t(kind === 'deleted' ? 'articles.deletedMany' : 'articles.labelledMany', { count })}</p>
      <form method="post" action={inProject(place, address('/articles/undo', fields))}>
        <button type="submit" name="step" value={step}>
          {t('articles.undo')}
        </button>
      </form>
    </>
  );
}

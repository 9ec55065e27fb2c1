import { inList, t } from '../../src/messages/language.ts';
import { Carried, type FormPlace } from './_forms.tsx';
import { MOST_LANES } from './_lanes.tsx';
import type { ShownCoder } from './sides.ts';

export interface CodersProps {
  readonly place: FormPlace;
  readonly coders: readonly ShownCoder[];
  readonly leftOut: readonly ShownCoder[];
  /** Whether letters stand for names. */
  readonly hasLetters: boolean;
  /** Whether somebody has decided on the article, so that its codings are locked. */
  readonly isDecidedOn: boolean;
}

/** Who coded it, on which line their marks stand, and who is left out. */
export function Coders({ place, coders, leftOut, hasLetters, isDecidedOn }: CodersProps) {
  return (
    <div class="coders">
      {coders.length > 0 && <p class="hint">{t('adjudication.lanes')}</p>}
      <ol aria-label={t('adjudication.coders')}>
        {coders.map(({ name, coding }, at) => (
          <li class={`lane-${at % MOST_LANES}`}>
            <a href={`${place.address}/codings/${coding.coderId}`}>{name}</a>{' '}
            <span class="faint">
              {t(coding.state === 'done' ? 'adjudication.codingDone' : 'adjudication.codingBegun')}
            </span>
            {isDecidedOn && coding.state === 'done' && (
              <Unlock place={place} name={name} lane={coding.coderId} />
            )}
          </li>
        ))}
      </ol>
      {leftOut.length > 0 && (
        <p>
          {t('adjudication.leftOut', { coders: inList(leftOut.map(({ name }) => name)) })}{' '}
          <a href={showing(place, { included: 'begun' })}>{t('adjudication.include')}</a>
        </p>
      )}
      <p>
        {place.included !== '' && (
          <>
            <a href={showing(place, { included: '' })}>{t('adjudication.exclude')}</a> ·{' '}
          </>
        )}
        <a href={showing(place, { names: hasLetters ? 'names' : 'letters' })}>
          {t(hasLetters ? 'adjudication.showNames' : 'adjudication.showLetters')}
        </a>
      </p>
    </div>
  );
}

/** The page with other codings, or other names. */
export function showing(
  { address, included, names }: FormPlace,
  other: Partial<Pick<FormPlace, 'included' | 'names'>> = {},
): string {
  const shown = { with: other.included ?? included, names: other.names ?? names };
  const query = new URLSearchParams(Object.entries(shown).filter(([, value]) => value !== '')).toString();
  return `${address}/adjudicate${query === '' ? '' : `?${query}`}`;
}

function Unlock({ place, name, lane }: { place: FormPlace; name: string; lane: string }) {
  return (
    <form method="post" action={`${place.address}/codings/${lane}/unlocking`} class="unlock">
      <Carried place={place} />
      <button
        class="quiet"
        aria-label={t('adjudication.unlockOf', { coder: name })}
        title={t('adjudication.unlockHint')}
      >
        {t('adjudication.unlock')}
      </button>
    </form>
  );
}

import { CELLS, type Cell } from '../../src/agreement/confusion.ts';
import type { PairStudy } from '../../src/agreement/study-report.ts';
import { inWords, t } from '../../src/messages/language.ts';
import { sayFigure } from './figures.ts';

export interface PairsProps {
  readonly pairs: readonly PairStudy[];
  readonly coders: readonly string[];
  readonly nameAt: (place: number) => string;
  /** The address of the sentences in a cell of a pair's confusion table. */
  readonly linkToCell: (pair: PairStudy, cell: Cell) => string;
}

const CELL_HEADINGS = {
  both: 'agreement.both',
  onlyFirst: 'agreement.onlyOne',
  onlySecond: 'agreement.onlyOther',
  neither: 'agreement.neither',
} as const;

/** Each two coders: what they said of the sentences that both coded, with the sentences behind each number. */
export function Pairs({ pairs, coders, nameAt, linkToCell }: PairsProps) {
  const coded = pairs.filter(({ articles }) => articles > 0);
  return (
    <div>
      <h2 id="pairs">{t('agreement.pairs')}</h2>
      <p class="hint">{t('agreement.pairsHint')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls. */}
      <section class="scrolls" aria-label={t('agreement.pairs')} tabIndex={0}>
        <table class="agreement">
          <thead>
            <tr>
              <th scope="col">{t('agreement.pair')}</th>
              {CELLS.map((cell) => (
                <th scope="col" class="number">
                  {t(CELL_HEADINGS[cell])}
                </th>
              ))}
              {(['observed', 'alpha', 'kappa', 'exact', 'overlap'] as const).map((key) => (
                <th scope="col" class="number">
                  {t(`agreement.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coded.map((pair) => (
              <PairRow pair={pair} nameAt={nameAt} linkToCell={linkToCell} />
            ))}
          </tbody>
        </table>
      </section>
      {coders.length > 2 && <Matrix pairs={pairs} coders={coders} nameAt={nameAt} />}
    </div>
  );
}

function PairRow({
  pair,
  nameAt,
  linkToCell,
}: { pair: PairStudy } & Pick<PairsProps, 'nameAt' | 'linkToCell'>) {
  const [one, other] = pair.coders;
  return (
    <tr>
      <th scope="row" dir="auto">
        {t('agreement.pairOf', { one: nameAt(one), other: nameAt(other) })}
      </th>
      {CELLS.map((cell) => (
        <td class="number">
          {pair.confusion[cell] === 0 ? (
            <span class="zero">0</span>
          ) : (
            <a href={linkToCell(pair, cell)}>{inWords(pair.confusion[cell])}</a>
          )}
        </td>
      ))}
      {[pair.observed, pair.alpha, pair.kappa, pair.exact, pair.overlap].map((figure) => (
        <td class="number">{sayFigure(figure)}</td>
      ))}
    </tr>
  );
}

function Matrix({ pairs, coders, nameAt }: Pick<PairsProps, 'pairs' | 'coders' | 'nameAt'>) {
  const places = [...coders.keys()];
  const alphaOf = (one: number, other: number) =>
    pairs.find(({ coders: [a, b] }) => (a === one && b === other) || (a === other && b === one))?.alpha;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and holds nothing else that keys reach.
    <section class="scrolls" aria-label={t('agreement.matrix')} tabIndex={0}>
      <table class="agreement">
        <caption>{t('agreement.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agreement.coder')}</th>
            {places.map((place) => (
              <th scope="col" class="number" dir="auto">
                {nameAt(place)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((one) => (
            <tr>
              <th scope="row" dir="auto">
                {nameAt(one)}
              </th>
              {places.map((other) => {
                const alpha = alphaOf(one, other);
                return <td class="number">{alpha ? sayFigure(alpha) : '–'}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

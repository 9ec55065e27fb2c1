import type { StatisticKind } from '../suggestion.ts';
import type { Amount } from './amount.ts';

/** A number with its unit or counted noun: the tokens from `first` up to `next`. */
export interface Figure {
  readonly amount: Amount;
  readonly first: number;
  readonly next: number;
  readonly value: number;
  readonly valueMax?: number;
  readonly unit?: string;
  readonly subject?: string;
  readonly money: boolean;
  /** The unit is a noun of the sentence, not one of a table. */
  readonly counted: boolean;
  readonly kind?: StatisticKind;
}

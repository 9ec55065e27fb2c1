import { guardFormula, isFormula } from '../writing/formula-guard.ts';

/** The cell without the formula guard, where it looks as if there were one; else the cell as it is. */
export function liftGuard(cell: string): string {
  return looksGuarded(cell) ? cell.slice(1) : cell;
}

/**
 * Whether the guard would have written this cell. What we wrote before 2026-11-27 of a text that truly begins with
 * `'=` looks the same.
 */
export function looksGuarded(cell: string): boolean {
  return cell.startsWith("'") && guardFormula(cell.slice(1)) === cell;
}

/** Whether the guard would not have let this cell pass. */
export function isUnguarded(cell: string): boolean {
  return isFormula(cell);
}

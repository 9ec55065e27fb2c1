import type { Request } from 'express';
import { readCases } from '../../actions/adjudication/read-cases.ts';
import type { LoadedArticle } from '../../actions/load.ts';
import { may } from '../../domain/permission.ts';
import type { Db } from '../../store/client.ts';
import { keptLetters, placeFrom, shownCoders } from '../adjudication/page.tsx';

/** How coders are called where their names are hidden. */
export interface Letters {
  /** What stands for the names, by the ids of annotators; empty where names are not hidden. */
  readonly called: ReadonlyMap<string, string>;
  /** What forms and links carry so that the names stay hidden. */
  readonly kept: Readonly<Record<string, string>>;
}

const NO_LETTERS: Letters = { called: new Map(), kept: {} };

/** The letters of the adjudication's page, for whoever adjudicates and came from there with `names=letters`. */
export async function lettersAsked(request: Request, db: Db, loaded: LoadedArticle): Promise<Letters> {
  const { which, ...place } = placeFrom(request);
  if (place.names !== 'letters' || !may(loaded.member, 'adjudicate')) return NO_LETTERS;
  const { coders, leftOut } = shownCoders(await readCases(db, loaded, which), new Map(), true);
  const called = new Map([...coders, ...leftOut].map(({ coding, name }) => [coding.coderId, name]));
  return { called, kept: keptLetters(place) };
}

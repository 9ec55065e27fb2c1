import { FINAL, type Lane, SHARED } from './lane.ts';
import type { Member } from './member.ts';
import { isGiven } from './rights.ts';

export { CASES, DETAILS, FINAL, isOwnLane, type Lane, SHARED } from './lane.ts';

declare const judged: unique symbol;

/** Which codings somebody may see: what every query of people's work is given. Only `sightOf` makes one. */
export interface Sight {
  readonly projectId: string;
  /** `all` only where nothing of a project is hidden: no condition is then asked of the database. */
  readonly lanes: readonly Lane[] | 'all';
  /** The coding whose progress lists show, and whose work counts as done or open. */
  readonly main: Lane;
  /** Whether annotators are shown by their names. */
  readonly names: 'real' | 'letters';
  readonly [judged]: true;
}

/** Two codings of one article, as far as they decide what of the final one may be seen. */
export interface ArticleHeads {
  readonly isOwnDone: boolean;
  readonly isFinalDone: boolean;
}

/** Where a person works in an article: in their own coding, or in the final one. */
export type CodingPage = 'own' | 'final';

/**
 * The codings that a member may see. Together: the shared one, for everybody. Apart: owners and adjudicators all of
 * them; coders their own, and all once the blindness is lifted; readers the final one. `article` adds the final one for
 * a coder where both it and their own are done and the project shows results.
 */
export function sightOf(member: Member, article?: ArticleHeads): Sight {
  const { projectId } = member;
  const seen = {
    projectId,
    lanes: lanesOf(member, article),
    main: mainLane(member),
    names: namesFor(member),
  };
  // The one place where a sight is judged.
  return seen as Sight;
}

/**
 * The same with the member's own codings, whatever their role is by now, under the member's own name; `withShared` with
 * what was made together, too, which is hidden where people work apart by now. For what they take away of their own
 * with a filter for their annotators, which leaves out everybody else's.
 */
export function sightOfOwn(member: Member, withShared = false): Sight {
  const { lanes, ...sight } = sightOf(member);
  const own = [member.annotatorId, ...member.annotatorIds, ...(withShared ? [SHARED] : [])];
  return { ...sight, lanes: lanes === 'all' ? lanes : [...new Set([...lanes, ...own])], names: 'real' };
}

function lanesOf(member: Member, article?: ArticleHeads): Sight['lanes'] {
  if (member.way === 'together') return isGiven(member, 'readArticle') ? [SHARED] : [];
  if (isGiven(member, 'readAllCodings')) return 'all';
  if (!isGiven(member, 'writeCoding')) return isGiven(member, 'readArticle') ? [FINAL] : [];
  if (!member.isBlind) return 'all';
  const own = [...new Set([member.annotatorId, ...member.annotatorIds])];
  const isShown = member.showsResult && article?.isOwnDone && article.isFinalDone;
  return isShown ? [...own, FINAL] : own;
}

function mainLane(member: Member): Lane {
  if (member.way === 'together') return SHARED;
  return isGiven(member, 'writeCoding') ? member.annotatorId : FINAL;
}

function namesFor(member: Member): Sight['names'] {
  if (isGiven(member, 'seeNames')) return 'real';
  return member.showsNames && isGiven(member, 'writeCoding') ? 'real' : 'letters';
}

/** Whether a member codes without seeing anything of others' codings: it is kept with what they make. */
export function codesBlindly(member: Member): boolean {
  return member.way === 'apart' && member.isBlind && !isGiven(member, 'readAllCodings');
}

/** An article whose own and final codings are both done. */
export const BOTH_DONE: ArticleHeads = { isOwnDone: true, isFinalDone: true };

/** Whether a member makes codings of their own and may compare each with the final one once both are done. */
export function seesOwnResults(member: Member): boolean {
  const isCoder = member.way === 'apart' && isGiven(member, 'writeCoding');
  return isCoder && sees(sightOf(member, BOTH_DONE), FINAL);
}

/** Whether a sight takes in a coding. */
export function sees({ lanes }: Sight, lane: Lane): boolean {
  return lanes === 'all' || lanes.includes(lane);
}

/**
 * Where a member writes in an article, on the page of their own coding or on that of the final one; null: nowhere.
 * Nothing that an address says goes into it but which of the two pages it is.
 */
export function writableLane(member: Member, page: CodingPage = 'own'): Lane | null {
  if (member.isArchived || !isGiven(member, 'writeCoding')) return null;
  if (member.way === 'together') return SHARED;
  if (page === 'own') return member.annotatorId;
  return isGiven(member, 'adjudicate') ? FINAL : null;
}

/** Every coding in which a member may write. */
export function writableLanes(member: Member): readonly Lane[] {
  const lanes = [writableLane(member, 'own'), writableLane(member, 'final')];
  return [...new Set(lanes)].filter((lane) => lane !== null);
}

import type { Member } from './permission.ts';

/**
 * Which coding of an article: `shared`, `final`, or the id of the annotator whose it is. `article`, which is no coding,
 * stands in history for changes of an article's own details.
 */
export type Lane = string;

/** The one coding of an article in a project that works together. */
export const SHARED: Lane = 'shared';
/** The agreed coding of an article in a project that works apart. */
export const FINAL: Lane = 'final';
/** What history says of an article's details. */
export const DETAILS: Lane = 'article';

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

function lanesOf(member: Member, article?: ArticleHeads): Sight['lanes'] {
  if (member.way === 'together') return [SHARED];
  if (member.role === 'owner' || member.role === 'adjudicator') return 'all';
  if (member.role === 'reader') return [FINAL];
  if (member.role !== 'coder') return [];
  const own = [...new Set([member.annotatorId, ...member.annotatorIds])];
  if (!member.isBlind) return 'all';
  const isShown = member.showsResult && article?.isOwnDone && article.isFinalDone;
  return isShown ? [...own, FINAL] : own;
}

function mainLane({ way, role, annotatorId }: Member): Lane {
  if (way === 'together') return SHARED;
  return role === 'reader' ? FINAL : annotatorId;
}

function namesFor({ way, role, showsNames }: Member): Sight['names'] {
  const isHidden = way === 'apart' && role === 'coder' && !showsNames;
  return isHidden ? 'letters' : 'real';
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
  const { way, role, annotatorId, isArchived } = member;
  if (isArchived) return null;
  if (role !== 'owner' && role !== 'adjudicator' && role !== 'coder') return null;
  if (way === 'together') return SHARED;
  if (page === 'own') return annotatorId;
  return role === 'coder' ? null : FINAL;
}

/** Every coding in which a member may write. */
export function writableLanes(member: Member): readonly Lane[] {
  const lanes = [writableLane(member, 'own'), writableLane(member, 'final')];
  return [...new Set(lanes)].filter((lane) => lane !== null);
}

import { type Accord, accordOf, differencesIn } from '../../src/domain/accord.ts';
import type { Annotation } from '../../src/domain/annotation.ts';
import type { ArticleText } from '../../src/domain/article.ts';
import { membersOf } from '../../src/domain/case.ts';
import type { Thread } from '../../src/domain/comment.ts';
import {
  type Decision,
  type DecisionKind,
  formatSources,
  type JudgedCase,
  sourcesOf,
} from '../../src/domain/decision.ts';
import { CASES } from '../../src/domain/lane.ts';
import { inList, type PlainKey, t } from '../../src/messages/language.ts';
import { shorten } from '../annotations/_entry.tsx';
import { type Reader, Talk } from '../comments/_said.tsx';
import { useCodebook } from '../shared/_codebook.tsx';
import { tagClass } from '../shared/tags.ts';
import { showing } from './_coders.tsx';
import { Carried, type FormPlace, SeenCase, swaps } from './_forms.tsx';
import { Merge } from './_merge.tsx';
import { caseKey, readCase, type ShownCoder, saySide } from './sides.ts';

export interface CaseProps {
  readonly place: FormPlace;
  readonly text: ArticleText;
  readonly coders: readonly ShownCoder[];
  readonly cases: readonly JudgedCase<Annotation>[];
  /** Of the final coding, by id. */
  readonly results: ReadonlyMap<string, Annotation>;
  readonly deciders: ReadonlyMap<string, string>;
  /** Whether anything can be decided now. */
  readonly isOpen: boolean;
  /** What is said of a case and of what is in it. */
  readonly talk: CaseTalk;
  /** What is wrong with what was sent from a case, by its key. */
  readonly problems: Readonly<Record<string, string>>;
}

/** Comments on the cases of an article. */
export interface CaseTalk {
  /** By the annotation that they are on. */
  readonly threads: ReadonlyMap<string, readonly Thread[]>;
  readonly reader: Reader;
  readonly mayComment: boolean;
  /** What the way to them carries to keep names hidden. */
  readonly kept: Readonly<Record<string, string>>;
}

/** A case: what each coder has, read as a sentence, and what can be decided. */
export function CaseItem(props: CaseProps & { one: JudgedCase<Annotation>; number: number }) {
  const { text, cases, coders, one, number, isOpen, problems } = props;
  const key = caseKey(one);
  const state = one.state === 'open' ? accordOf(one) : one.state;
  return (
    <li
      id={`case-${key}`}
      class={`case is-${one.state}`}
      tabIndex={-1}
      data-case={one.state}
      data-accepts={accordOf(one) === 'differs' ? undefined : ''}
      aria-labelledby={`name-${key} reads-${key}`}
    >
      <h3 id={`name-${key}`}>
        {t('adjudication.number', { number, count: cases.length })}
        <span class="case-state"> {sayState(state)}</span>
      </h3>
      <blockquote dir="auto">{shorten(text.text.slice(one.span.start, one.span.end), 400)}</blockquote>
      <p id={`reads-${key}`}>{readCase(one, coders)}</p>
      {one.overlaps.length > 0 && <Overlaps numbers={one.overlaps.map((at) => at + 1)} />}
      {one.state === 'stale' && <p class="wrong">{t('adjudication.staleHint')}</p>}
      {one.decisions.map((decision) => (
        <Decided {...props} decision={decision} />
      ))}
      <p class="wrong" role="alert">
        {problems[key]}
      </p>
      {isOpen && <Choices {...props} />}
      <TalkOfCase {...props} />
    </li>
  );
}

function TalkOfCase({
  talk,
  place,
  one,
  number,
}: CaseProps & { one: JudgedCase<Annotation>; number: number }) {
  const { threads, reader, mayComment, kept } = talk;
  const key = caseKey(one);
  const ids = [...membersOf(one).map(({ id }) => id), ...one.decisions.flatMap(({ results }) => results)];
  const back = `${showing(place)}#case-${key}`;
  const query = new URLSearchParams({ annotation: key, lane: CASES, ...kept, back });
  const write = `${place.address}/comments?${query}`;
  const said = ids.flatMap((id) => threads.get(id) ?? []);
  const label = t('adjudication.talkOfCase', { number });
  return <Talk threads={said} reader={reader} write={write} mayComment={mayComment} label={label} />;
}

const STATES: Readonly<Record<Accord | 'decided' | 'stale', PlainKey>> = {
  agreed: 'adjudication.agreed',
  differs: 'adjudication.differs',
  alone: 'adjudication.alone',
  decided: 'adjudication.decided',
  stale: 'adjudication.stale',
};

const sayState = (state: keyof typeof STATES) => t(STATES[state]);

function Overlaps({ numbers }: { numbers: readonly number[] }) {
  return <p class="hint">{t('adjudication.overlaps', { cases: inList(numbers.map(String)) })}</p>;
}

const KINDS: Readonly<Record<DecisionKind, PlainKey>> = {
  agreed: 'adjudication.kindAgreed',
  take: 'adjudication.kindTake',
  several: 'adjudication.kindSeveral',
  merge: 'adjudication.kindMerge',
  none: 'adjudication.kindNone',
  write: 'adjudication.kindWrite',
};

interface DecidedProps extends Pick<CaseProps, 'place' | 'results' | 'deciders' | 'isOpen'> {
  readonly decision: Decision;
  readonly number?: number;
}

/** What was decided, what came of it, and how to take it back. */
export function Decided({ place, results, deciders, isOpen, decision, number }: DecidedProps) {
  const made = decision.results.flatMap((id) => results.get(id) ?? []);
  const name = deciders.get(decision.annotatorId) ?? '';
  const codebook = useCodebook();
  return (
    <div class="decided">
      <p>{t('adjudication.decidedBy', { kind: t(KINDS[decision.kind]), name })}</p>
      {made.map((annotation) => (
        <p class={tagClass(codebook, annotation.tag)} dir="auto">
          <span class="letter" aria-hidden="true">
            →
          </span>{' '}
          <a href={`/annotations/${annotation.id}`}>{saySide(annotation, true)}</a>
        </p>
      ))}
      {isOpen && (
        <form {...swaps(`${place.address}/decisions/${decision.id}`)}>
          <input type="hidden" name="_method" value="DELETE" />
          <Carried place={place} />
          <button
            class="quiet"
            data-undoes
            aria-label={number === undefined ? undefined : t('adjudication.undoCase', { number })}
          >
            {t('adjudication.undoThis')}
          </button>
        </form>
      )}
    </div>
  );
}

function Choices(props: CaseProps & { one: JudgedCase<Annotation>; number: number }) {
  const { one } = props;
  const form = <ChoiceForms {...props} />;
  if (one.state !== 'decided') return form;
  return (
    <details id={`again-${caseKey(one)}`}>
      <summary>{t('adjudication.again')}</summary>
      {form}
    </details>
  );
}

function ChoiceForms(props: CaseProps & { one: JudgedCase<Annotation>; number: number }) {
  const { one, place, coders } = props;
  const key = caseKey(one);
  const members = membersOf(one);
  const differences = differencesIn(members);
  const several = members.length > 1;
  return (
    <>
      <form id={`decide-${key}`} {...swaps(`${place.address}/decisions`)}>
        <Carried place={place} />
        <SeenCase one={one} />
        <ul class="sides">
          {one.members.map((member, at) => {
            const coder = coders[at]?.name ?? '';
            if (!member) return null;
            return (
              <Side
                {...{ member, coder, several }}
                digit={at + 1}
                withWords={differences.includes('words')}
              />
            );
          })}
        </ul>
        <div class="actions">
          {several && (
            <button name="deed" value="several">
              {t('adjudication.takeSeveral')}
            </button>
          )}
          <button name="deed" value="none" aria-keyshortcuts="0">
            {t('adjudication.none')} <kbd aria-hidden="true">0</kbd>
          </button>
          <a class="button" data-writes href={writeAddress(place, one)} aria-keyshortcuts="e">
            {t('adjudication.write')} <kbd aria-hidden="true">e</kbd>
          </a>
        </div>
      </form>
      {several && differences.length > 0 && <Merge {...{ one, place, coders, differences }} />}
    </>
  );
}

interface SideProps {
  readonly member: Annotation;
  readonly coder: string;
  readonly digit: number;
  readonly several: boolean;
  readonly withWords: boolean;
}

/** What one coder has, to be taken alone or with others. */
function Side({ member, coder, digit, several, withWords }: SideProps) {
  const { id, tag, note } = member;
  return (
    <li class={tagClass(useCodebook(), tag)}>
      {several && (
        <input
          type="checkbox"
          name="several"
          value={id}
          id={`tick-${id}`}
          data-digit={digit}
          aria-label={t('adjudication.tick', { coder })}
        />
      )}
      <span dir="auto">
        <strong>{coder}</strong> {saySide(member, withWords)}
      </span>
      <button
        name="take"
        value={id}
        data-digit={digit}
        aria-keyshortcuts={digit <= 9 ? String(digit) : undefined}
        aria-label={t('adjudication.takeOf', { coder })}
      >
        {t('adjudication.take')} {digit <= 9 && <kbd aria-hidden="true">{digit}</kbd>}
      </button>
      {note && <p dir="auto">{note}</p>}
    </li>
  );
}

/** Where a new annotation is written for a case. */
function writeAddress({ address, included, names }: FormPlace, one: JudgedCase<Annotation>): string {
  const seen = {
    case: formatSources(sourcesOf(membersOf(one))),
    over: one.decisions.map(({ id }) => id).join(' '),
    with: included,
    names,
  };
  return `${address}/decisions/new?${new URLSearchParams(seen)}`;
}

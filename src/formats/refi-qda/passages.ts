import { ORIGINS, type Origin } from '../../domain/annotation.ts';
import { t } from '../../messages/language.ts';
import type { Anchor } from '../../text/anchor.ts';
import type { IncomingAnnotation } from '../incoming.ts';
import { type CodeMeaning, meaningOf } from './codes.ts';
import { readDescription } from './description.ts';
import { attributeOf, childOf, childrenOf, wordsIn } from './parse-xml.ts';
import { NEXT_PART } from './project.ts';
import { type FoundCode, guidIn, type ProjectIndex } from './project-index.ts';

/** What a selection or a whole source is coded with, read but not yet put together. */
export interface Passage {
  /** Several, where our annotation has several parts, or a tool gave each code a selection of its own. */
  readonly elements: readonly [Element, ...Element[]];
  readonly place: string;
  /** None for a whole source. */
  readonly anchors: readonly Anchor[];
  /** What the file says beside that no element of ours has. */
  readonly remarks: readonly string[];
}

interface Coded {
  readonly element: Element;
  readonly guid: string;
  readonly code: FoundCode;
  readonly meaning: CodeMeaning | undefined;
}

/**
 * The annotations of a passage: one for each code, or a single one where the others are attributes of ours. A
 * passage without a code that stands for a tag is labelled `uncoded`, where something is said about it.
 */
export function annotationsOf(
  passage: Passage,
  index: ProjectIndex,
  noteWords: (guid: string) => string | undefined,
): IncomingAnnotation[] {
  const [element] = passage.elements;
  const codings = codingsOf(passage.elements, index);
  const labels = codings.filter(({ meaning }) => meaning === undefined || 'tag' in meaning);
  const ours = ownFields(element);
  const description = ours === undefined ? wordsIn(element, 'Description') : ours.get('note');
  const remarks = atMost([...passage.remarks, ...remarksAbout(element, index, noteWords)]);
  const shared = {
    ...passage,
    remarks,
    ours: ours ?? new Map<string, string>(),
    description,
    values: valuesOf(codings),
  };
  if (labels.length > 0) {
    return labels.map((coding) => annotation(shared, index, coding, labels.length === 1));
  }
  const isEmpty = passage.anchors.length === 0 && description === undefined && remarks.length === 0;
  return isEmpty ? [] : [annotation(shared, index, undefined, true)];
}

/**
 * Every annotation of a passage has all of its remarks, and no passage has many of both unless made to harm.
 */
const MAX_REMARKS = 200;

function atMost(remarks: readonly string[]): readonly string[] {
  if (remarks.length <= MAX_REMARKS) return remarks;
  const more = remarks.length - MAX_REMARKS;
  return [...remarks.slice(0, MAX_REMARKS), t('record.moreNotes', { count: more })];
}

/** The fields of a comment that we wrote, whichever tool it has gone through. */
export function ownFields(element: Element): ReadonlyMap<string, string> | undefined {
  const fields = readDescription(wordsIn(element, 'Description') ?? '');
  return fields?.has('annotation') && fields.has('origin') ? fields : undefined;
}

function codingsOf(elements: readonly Element[], index: ProjectIndex): Coded[] {
  const codings = elements
    .flatMap((element) => [...childrenOf(element, 'Coding')])
    .map((coding) => coded(coding, index));
  // Each part has all codes; two people's codings of one passage with the same code are two.
  return elements.length === 1 ? codings : [...new Map(codings.map((one) => [one.code.guid, one])).values()];
}

function coded(element: Element, index: ProjectIndex): Coded {
  const ref = childOf(element, 'CodeRef');
  const guid = ref === undefined ? '' : guidIn(ref, 'targetGUID');
  const unknown = { guid, name: 'unknown code', path: 'unknown code' };
  const code = index.codes.get(guid) ?? unknown;
  return { element, guid: guidIn(element, 'guid'), code, meaning: meaningOf(guid, code.name) };
}

function valuesOf(codings: readonly Coded[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { meaning } of codings) {
    if (meaning !== undefined && 'field' in meaning) values[meaning.field] = meaning.value;
  }
  return values;
}

/** Notes that a passage points to, and links that begin or end at it. */
function remarksAbout(
  element: Element,
  index: ProjectIndex,
  noteWords: (guid: string) => string | undefined,
): string[] {
  const notes = [...childrenOf(element, 'NoteRef')].map((ref) => noteWords(guidIn(ref, 'targetGUID')));
  const links = index
    .takeLinks(guidIn(element, 'guid'))
    .filter(({ name }) => name !== NEXT_PART)
    .map(({ name, target }) => {
      const end = noteWords(target) ?? index.codes.get(target)?.name ?? 'another passage';
      return `Linked${name === '' ? '' : ` (${name})`}: ${end}`;
    });
  return [...notes.filter((words) => words !== undefined), ...links];
}

interface ReadPassage extends Passage {
  readonly ours: ReadonlyMap<string, string>;
  readonly description: string | undefined;
  readonly values: Readonly<Record<string, string>>;
}

const NO_ATTRIBUTE = new Set(['part', 'origin', 'annotation', 'note']);

function annotation(
  { elements: [element], place, anchors, remarks, ours, description, values }: ReadPassage,
  index: ProjectIndex,
  coding: Coded | undefined,
  isOnly: boolean,
): IncomingAnnotation {
  const { code, meaning } = coding ?? {};
  const isInside = meaning === undefined && code !== undefined && code.path !== code.name;
  const all = isInside ? [`Code: ${code.path}`, ...remarks] : remarks;
  const fields = Object.fromEntries([...ours].filter(([name]) => !NO_ATTRIBUTE.has(name)));
  const origin = ORIGINS.find((one): one is Origin => one === ours.get('origin'));
  const own = ours.get('annotation') ?? guidIn(element, 'guid');
  return {
    id: isOnly || coding === undefined ? own : coding.guid,
    place,
    label: meaning !== undefined && 'tag' in meaning ? meaning.tag : (code?.name ?? 'uncoded'),
    anchors,
    attributes: { ...values, ...fields, ...(description === undefined ? {} : { note: description }) },
    ...(all.length > 0 ? { remarks: all } : {}),
    origin,
    ...madeBy(element, coding?.element ?? element, index),
  };
}

function madeBy(
  element: Element,
  coding: Element,
  index: ProjectIndex,
): Pick<IncomingAnnotation, 'annotator' | 'createdAt' | 'updatedAt'> {
  const find = (name: string) => attributeOf(coding, name) ?? attributeOf(element, name);
  const user = attributeOf(coding, 'creatingUser') === undefined ? element : coding;
  return {
    annotator: index.users.get(guidIn(user, 'creatingUser')),
    createdAt: find('creationDateTime'),
    updatedAt: find('modifiedDateTime'),
  };
}

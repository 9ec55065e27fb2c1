import type { Origin } from '../../domain/annotation.ts';
import { ATTRIBUTES } from '../../domain/attributes.ts';
import { ownFieldKey } from '../../domain/codebook/field.ts';
import { shortened } from '../../domain/import.ts';
import { t } from '../../messages/language.ts';
import type { Anchor } from '../../text/anchor.ts';
import type { IncomingAnnotation, UnreadableRecord } from '../incoming.ts';
import { BratText } from './anchors.ts';
import { type AnnLine, type Argument, parseAnnLine } from './ann-line.ts';
import { ourValue } from './attribute-lines.ts';
import { readNote } from './note-line.ts';

type SpanLine = Extract<AnnLine, { kind: 'span' }>;
type OtherLine = Exclude<AnnLine, { kind: 'span' }>;
type NumberedLine = { readonly line: OtherLine; readonly number: number };

/** What the lines about one text-bound annotation come to. */
interface Draft {
  readonly line: SpanLine;
  readonly number: number;
  readonly attributes: Record<string, string>;
  readonly notes: string[];
  readonly remarks: string[];
  /** Of our own note. */
  fields: ReadonlyMap<string, string>;
}

/** Code points of words in a remark or a reason. */
const MAX_QUOTED = 60;

/** Lines looked at to find which annotation a line is about. */
const MAX_FOLLOWED = 16;

const FREE_FIELDS = ATTRIBUTES.filter(({ kind }) => kind !== 'choice').map(({ field }) => field);

/**
 * The annotations of one .ann file over its text, in the order of their lines, and the lines that cannot be
 * read. `text` comes back as the lines count it. Events, relations, equivalences and normalisations become remarks of the annotation that they begin
 * at.
 */
export function annotationsOf(
  file: string,
  content: string,
  text: string,
): { text: string; annotations: IncomingAnnotation[]; unreadable: UnreadableRecord[] } {
  const reading = new AnnReading(file);
  for (const [at, line] of content.split('\n').entries()) reading.add(line.replace(/\r$/, ''), at + 1);
  const counted = BratText.countedBy(text, reading.spans());
  return { text: counted.text, ...reading.finish(counted) };
}

class AnnReading {
  readonly #file: string;
  readonly #drafts = new Map<string, Draft>();
  readonly #others: NumberedLine[] = [];
  readonly #byId = new Map<string, AnnLine>();
  /** Text-bound annotations without words, which other lines may still speak of. */
  readonly #wordless = new Set<string>();
  readonly #unreadable: { readonly number: number; readonly reason: string }[] = [];

  constructor(file: string) {
    this.#file = file;
  }

  add(written: string, number: number): void {
    if (written.trim() === '') return;
    const line = parseAnnLine(written);
    if (line === undefined) {
      this.#refuse(number, t('record.bratLine', { words: shortened(written, MAX_QUOTED) }));
    } else if (line.id !== undefined && this.#byId.has(line.id)) {
      this.#refuse(number, t('record.bratTwice', { id: line.id }));
    } else this.#keep(line, number);
  }

  #keep(line: AnnLine, number: number): void {
    if (line.id !== undefined) this.#byId.set(line.id, line);
    if (line.kind !== 'span') this.#others.push({ line, number });
    else this.#keepSpan(line, number);
  }

  #keepSpan(line: SpanLine, number: number): void {
    const fragments = line.fragments.filter(({ start, end }) => start < end);
    if (fragments.length === 0) {
      this.#wordless.add(line.id);
      this.#refuse(number, t('record.bratWordless', { id: line.id }));
      return;
    }
    const draft = { line: { ...line, fragments }, number, attributes: {}, notes: [], remarks: [] };
    this.#drafts.set(line.id, { ...draft, fields: new Map() });
  }

  /** All text-bound annotations that have words. */
  spans(): SpanLine[] {
    return [...this.#drafts.values()].map(({ line }) => line);
  }

  #refuse(number: number, reason: string): void {
    this.#unreadable.push({ number, reason });
  }

  finish(text: BratText): { annotations: IncomingAnnotation[]; unreadable: UnreadableRecord[] } {
    for (const { line, number } of this.#others) this.#apply(line, number);
    const annotations = [...this.#drafts.values()].flatMap((draft) => this.#annotation(draft, text));
    const unreadable = this.#unreadable
      .toSorted((a, b) => a.number - b.number)
      .map(({ number, reason }) => ({
        place: t('place.lineIn', { place: this.#file, number: String(number) }),
        reason,
      }));
    return { annotations, unreadable };
  }

  #annotation(draft: Draft, text: BratText): IncomingAnnotation[] {
    const { line, number, fields } = draft;
    const anchors = text.anchors(line, fields.get('parts'));
    if (anchors !== undefined) return [incoming(`${this.#file}, ${line.id}`, draft, anchors)];
    this.#refuse(number, t('record.bratWords', { id: line.id }));
    return [];
  }

  #apply(line: OtherLine, number: number): void {
    const owner = this.#drafts.get(this.#ownerOf(line));
    if (owner === undefined) {
      const wordless = [...targetsOf(line)].find((id) => this.#wordless.has(id));
      this.#refuse(number, wordless ? t('record.bratOfWordless', { id: wordless }) : t('record.bratNowhere'));
    } else if (line.kind === 'attribute') addAttribute(owner, line);
    else if (line.kind === 'note') addNote(owner, line);
    else owner.remarks.push(this.#remark(line));
  }

  /** The identifier of the text-bound annotation that a line is about, or that what it is about begins at. */
  #ownerOf(line: AnnLine, seen = new Set<AnnLine>()): string {
    // Relations of relations might lead round; no file that means something goes far.
    if (seen.size === MAX_FOLLOWED || seen.has(line)) return '';
    seen.add(line);
    for (const id of targetsOf(line)) {
      if (this.#drafts.has(id)) return id;
      const next = this.#byId.get(id);
      const found = next ? this.#ownerOf(next, seen) : '';
      if (found !== '') return found;
    }
    return '';
  }

  #remark(line: Exclude<OtherLine, { kind: 'attribute' | 'note' }>): string {
    switch (line.kind) {
      case 'event':
        return `Event ${line.label}${this.#said(line.roles)}`;
      case 'relation':
        return `Relation ${line.label}${this.#said(line.roles)}`;
      case 'equivalence':
        return `${line.label}: ${line.members.map((id) => this.#wordsOf(id)).join(', ')}`;
      case 'normalisation':
        return `${line.label}: ${line.reference}${line.words === '' ? '' : ` (${line.words})`}`;
    }
  }

  #said(roles: readonly Argument[]): string {
    const said = roles.map(({ role, target }) => `${role} ${this.#wordsOf(target)}`);
    return said.length === 0 ? '' : `: ${said.join(', ')}`;
  }

  #wordsOf(id: string): string {
    const line = this.#byId.get(id);
    const words = this.#drafts.get(line ? this.#ownerOfId(id) : id)?.line.words;
    return words === undefined ? id : `“${shortened(words, MAX_QUOTED)}” (${id})`;
  }

  #ownerOfId(id: string): string {
    const line = this.#byId.get(id);
    return line === undefined || line.kind === 'span' ? id : this.#ownerOf(line);
  }
}

/** What a line is about, in the first place first. */
function targetsOf(line: AnnLine): readonly string[] {
  switch (line.kind) {
    case 'span':
      return [line.id];
    case 'event':
      return [line.trigger, ...line.roles.map(({ target }) => target)];
    case 'relation':
      return line.roles.map(({ target }) => target);
    case 'equivalence':
      return line.members;
    default:
      return [line.target];
  }
}

function addAttribute(owner: Draft, { name, target, value }: Extract<AnnLine, { kind: 'attribute' }>): void {
  const ours = target === owner.line.id && value !== undefined ? ourValue(name, value) : undefined;
  if (ours !== undefined) owner.attributes[name] = ours;
  else owner.remarks.push(value === undefined ? name : `${name}: ${value}`);
}

function addNote(owner: Draft, { label, words }: Extract<AnnLine, { kind: 'note' }>): void {
  if (label !== 'AnnotatorNotes') {
    owner.remarks.push(`${label}: ${words}`);
    return;
  }
  const fields = readNote(words);
  if (!fields?.has('id') || !fields.has('annotator')) owner.notes.push(words);
  else {
    owner.fields = fields;
    const note = fields.get('note');
    if (note !== undefined) owner.notes.push(note);
  }
}

function incoming(place: string, draft: Draft, anchors: readonly Anchor[]): IncomingAnnotation {
  const { line, fields, remarks } = draft;
  const { origin, ...attributes } = draft.attributes;
  const own = [...fields.keys()].filter(ownFieldKey);
  const free = [...FREE_FIELDS, ...own].flatMap((field) => {
    const value = fields.get(field);
    return value === undefined ? [] : [[field, value]];
  });
  const note = draft.notes.join('\n');
  return {
    place,
    label: line.label,
    anchors,
    attributes: { ...attributes, ...Object.fromEntries(free), ...(note === '' ? {} : { note }) },
    ...(remarks.length > 0 ? { remarks } : {}),
    // `ourValue` lets no other origin through.
    origin: origin as Origin | undefined,
    id: fields.get('id'),
    annotator: fields.get('annotator'),
    createdAt: fields.get('created'),
    updatedAt: fields.get('updated'),
  };
}

import { byKey } from '../../domain/by-key.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { CodebookField } from '../../domain/codebook/field.ts';
import { keyFromName } from '../../domain/codebook/key.ts';
import { inOrder, isNew, nextSlot, type SentParts } from './slots.ts';

/** What the form asks of a field, one value each. */
const FIELD_FIELDS = [
  'key',
  'place',
  'name',
  'kind',
  'help',
  'choices',
  'unit',
  'required',
  'ifField',
  'ifValue',
  'off',
] as const;

/** What the form says of a field, as it was typed. */
export interface TypedField extends Readonly<Record<(typeof FIELD_FIELDS)[number], string>> {
  /** What the names of its controls go on with behind `field-`: its key, or `New1` for one that is added. */
  readonly slot: string;
  readonly tags: readonly string[];
}

/** The name of a field's control in the form. */
function controlName(slot: string, of: string): string {
  return `field-${slot}-${of}`;
}

/** A codebook's fields as the form shows them. */
export function typedFieldsFrom({ fields }: Codebook): TypedField[] {
  return fields.map(typedField);
}

function typedField({ isRequired, isOff, shownIf, choices, ...said }: CodebookField, at: number): TypedField {
  return {
    ...said,
    slot: said.key,
    place: String(at + 1),
    choices: choices.join('\n'),
    required: isRequired ? '1' : '',
    ifField: shownIf?.field ?? '',
    ifValue: shownIf?.value ?? '',
    off: isOff ? '1' : '',
  };
}

/** What was typed for each field, in the order that was asked for. */
export function readTypedFields({ fields }: Codebook, sent: SentParts): TypedField[] {
  const slots = [...fields.map(({ key }) => key), ...sent.all('newField').filter((slot) => isNew({ slot }))];
  const typed = slots.map((slot) => ({
    ...byKey(FIELD_FIELDS, (of) => sent.field(controlName(slot, of))),
    slot,
    ...(isNew({ slot }) ? {} : { key: slot }),
    tags: sent.all(controlName(slot, 'tags')),
  }));
  return inOrder(typed);
}

/** The same with an empty field more. */
export function withNewField(typed: readonly TypedField[]): TypedField[] {
  const blank = byKey(FIELD_FIELDS, () => '');
  return [
    ...typed,
    { ...blank, kind: 'one', slot: nextSlot(typed), place: String(typed.length + 1), tags: [] },
  ];
}

/** The same as a codebook's document says it; not checked yet. */
export function fieldDocuments(typed: readonly TypedField[]): object[] {
  return typed.map(({ key, name, kind, tags, help, choices, unit, required, ifField, ifValue, off }) => ({
    key: key.trim() || keyFromName(name),
    ...{ name, kind, tags, help, unit },
    choices: choices.split(/\r?\n/).filter((line) => line.trim() !== ''),
    required: required === '1',
    shownIf: ifField === '' ? null : { field: ifField, value: ifValue },
    off: off === '1',
  }));
}

/** What is wrong with fields, by the control of the form. Places are those of the document (`fields[1].name`). */
export function fieldProblems(
  typed: readonly TypedField[],
  problems: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const byControl = [...problems].flatMap(([place, why]) => {
    const [, at = '', of = ''] = /^fields\[(\d+)\]\.(\w+)/.exec(place) ?? [];
    const field = typed[Number(at)];
    if (field && at !== '')
      return [[controlName(field.slot, of === 'shownIf' ? 'ifValue' : of), why] as const];
    return place === 'fields' ? [['fields', why] as const] : [];
  });
  return Object.fromEntries(byControl);
}

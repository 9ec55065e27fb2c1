type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

// A hidden field only says that a form had boxes.
const FIELDS = '.fields :is(input:not([type="hidden"]), textarea, select)';

/** The fields of an annotation's form. */
export function fieldsIn(form: Element): Field[] {
  return [...form.querySelectorAll<Field>(FIELDS)];
}

function isBox(field: Field): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === 'checkbox';
}

/** Names a field of a form: boxes of one name are fields of their own. */
export function keyOf(field: Field): string {
  return isBox(field) ? `${field.name}=${field.value}` : field.name;
}

/** What a field holds; a box that is not ticked holds nothing. */
export function heldBy(field: Field): string {
  return isBox(field) && !field.checked ? '' : field.value;
}

/** Has a field hold something. */
export function hold(field: Field, value: string): void {
  if (isBox(field)) field.checked = value !== '';
  else field.value = value;
}

/** What a field held when it was last sent or drawn. */
function savedValue(field: Field): string {
  if (isBox(field)) return field.defaultChecked ? field.value : '';
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  return (
    [...field.options].find(({ defaultSelected }) => defaultSelected)?.value ?? field.options[0]?.value ?? ''
  );
}

/** Whether the person has changed a field since it was last sent or drawn. */
export function isTouched(field: Field): boolean {
  return heldBy(field) !== savedValue(field);
}

/** Tells of each field whether a message beside it says that it is wrong. */
export function markInvalid(form: Element): void {
  for (const field of fieldsIn(form)) {
    const message = document.getElementById(`${field.id}-error`)?.textContent?.trim();
    field.ariaInvalid = message ? 'true' : null;
  }
}

/** Fills a field with what is on its way: typing what stood there before is a change again. */
export function setSaved(field: Field, values: readonly string[]): void {
  if (isBox(field)) field.checked = values.includes(field.value);
  else field.value = values.at(-1) ?? '';
  markSaved(field);
}

function markSaved(field: Field): void {
  if (isBox(field)) field.defaultChecked = field.checked;
  else if (!(field instanceof HTMLSelectElement)) field.defaultValue = field.value;
  else for (const option of field.options) option.defaultSelected = option.selected;
}

/** The fields that were changed, as a form sends them; they count as sent from now on. */
export function takeChanged(form: HTMLFormElement): (readonly [string, string])[] {
  const changed = fieldsIn(form).filter(isTouched);
  for (const field of changed) markSaved(field);
  const names = new Set(changed.map(({ name }) => name));
  return sentUnder(form, (name) => names.has(name));
}

/** What a form sends under some names: of boxes all that are ticked. */
export function sentUnder(
  form: HTMLFormElement,
  isWanted: (name: string) => boolean,
): (readonly [string, string])[] {
  const names = new Set(fieldsIn(form).map(({ name }) => name));
  return saidFields(form).filter(([name]) => names.has(name) && isWanted(name));
}

/** All that a form holds, without what htmx and old browsers need. */
export function saidFields(form: HTMLFormElement): (readonly [string, string])[] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    name === 'request_key' || typeof value !== 'string' ? [] : [[name, value] as const],
  );
}

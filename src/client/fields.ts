type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const FIELDS = '.fields :is(input, textarea, select)';

/** The fields of an annotation's form. */
export function fieldsIn(form: Element): Field[] {
  return [...form.querySelectorAll<Field>(FIELDS)];
}

/** What a field held when it was last sent or drawn. */
export function savedValue(field: Field): string {
  if (!(field instanceof HTMLSelectElement)) return field.defaultValue;
  return (
    [...field.options].find(({ defaultSelected }) => defaultSelected)?.value ?? field.options[0]?.value ?? ''
  );
}

/** Whether the person has changed a field since it was last sent or drawn. */
export function isTouched(field: Field): boolean {
  return field.value !== savedValue(field);
}

/** Tells of each field whether a message beside it says that it is wrong. */
export function markInvalid(form: Element): void {
  for (const field of fieldsIn(form)) {
    const message = document.getElementById(`${field.id}-error`)?.textContent?.trim();
    field.ariaInvalid = message ? 'true' : null;
  }
}

/** Fills a field with what is on its way: typing what stood there before is a change again. */
export function setSaved(field: Field, value: string): void {
  field.value = value;
  markSaved(field);
}

function markSaved(field: Field): void {
  if (!(field instanceof HTMLSelectElement)) field.defaultValue = field.value;
  else for (const option of field.options) option.defaultSelected = option.selected;
}

/** The fields that were changed, as a form sends them; they count as sent from now on. */
export function takeChanged(form: Element): (readonly [string, string])[] {
  return fieldsIn(form)
    .filter(isTouched)
    .map((field) => {
      markSaved(field);
      return [field.name, field.value] as const;
    });
}

/** All that a form holds, without what htmx and old browsers need. */
export function saidFields(form: HTMLFormElement): (readonly [string, string])[] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    name === 'request_key' || typeof value !== 'string' ? [] : [[name, value] as const],
  );
}

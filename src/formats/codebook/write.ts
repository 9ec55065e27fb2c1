import { ATTRIBUTES } from '../../domain/attributes.ts';
import type { Codebook } from '../../domain/codebook/codebook.ts';
import type { CodebookField } from '../../domain/codebook/field.ts';
import { CODEBOOK_FORMAT } from './document.ts';

/** The document of a codebook: what JSON writes, and what is stored. */
export function codebookDocument({ tags, fields }: Codebook) {
  return {
    format: CODEBOOK_FORMAT,
    tags: tags.map(({ isOff, key, name, plural, letter, hue, attributes, ...said }) => ({
      ...{ key, name, plural, letter, hue },
      ...{ definition: said.definition, useWhen: said.useWhen, notWhen: said.notWhen },
      examples: said.examples,
      fields: ATTRIBUTES.filter((rule) => attributes.includes(rule.name)).map(({ field }) => field),
      off: isOff,
    })),
    // A codebook without fields is the same document as before there were any.
    ...(fields.length > 0 && { fields: fields.map(fieldDocument) }),
  };
}

function fieldDocument({ isRequired, isOff, ...said }: CodebookField) {
  return { ...said, required: isRequired, off: isOff };
}

/** A codebook as a JSON file, in UTF-8 and with a line break at its end. */
export function writeCodebook(codebook: Codebook): string {
  return `${JSON.stringify(codebookDocument(codebook), null, 2)}\n`;
}

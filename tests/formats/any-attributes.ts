import fc from 'fast-check';
import { ATTRIBUTES, type AttributeName, type Attributes } from '../../src/domain/attributes.ts';

/** What attributes that are typed may hold; `special` for some of them in place of what their kind has. */
export interface AnyValues {
  readonly line: fc.Arbitrary<string | null>;
  readonly paragraph: fc.Arbitrary<string | null>;
  readonly number: fc.Arbitrary<number | null>;
  readonly special?: Readonly<Partial<Record<AttributeName, fc.Arbitrary<string | null>>>>;
}

/** Attributes with a value of its kind, or none, for each of the table. */
export function anyAttributes({ special = {}, ...kinds }: AnyValues): fc.Arbitrary<Attributes> {
  const arbitraries = ATTRIBUTES.map(({ name, kind, choices = [] }) => [
    name,
    special[name] ?? (kind === 'choice' ? fc.constantFrom(null, ...choices) : kinds[kind]),
  ]);
  // One for each attribute, of its kind.
  return fc.record(Object.fromEntries(arbitraries)) as fc.Arbitrary<unknown> as fc.Arbitrary<Attributes>;
}

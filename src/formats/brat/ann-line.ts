import type { Span } from '../../text/span.ts';

/** A role and the identifier of what plays it. */
export interface Argument {
  readonly role: string;
  readonly target: string;
}

/**
 * A line of an .ann file, as brat's standoff format has them. Offsets are Unicode code points, end exclusive.
 */
export type AnnLine =
  | {
      readonly kind: 'span';
      readonly id: string;
      readonly label: string;
      /** In the order of the line; some may overlap, or have no width. */
      readonly fragments: readonly Span[];
      /** Those of the fragments, joined by a space; absent where the line ends before them. */
      readonly words: string | undefined;
    }
  | {
      readonly kind: 'attribute';
      readonly id: string;
      readonly name: string;
      readonly target: string;
      /** Absent where it is only there or not. */
      readonly value: string | undefined;
    }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly label: string;
      readonly trigger: string;
      readonly roles: readonly Argument[];
    }
  | {
      readonly kind: 'relation';
      readonly id: string;
      readonly label: string;
      readonly roles: readonly Argument[];
    }
  | {
      readonly kind: 'equivalence';
      readonly id: undefined;
      readonly label: string;
      readonly members: readonly string[];
    }
  | {
      readonly kind: 'normalisation';
      readonly id: string;
      readonly label: string;
      readonly target: string;
      readonly reference: string;
      readonly words: string;
    }
  | {
      readonly kind: 'note';
      readonly id: string;
      readonly label: string;
      readonly target: string;
      readonly words: string;
    };

/** Reads one line, without its end. Undefined where it is none of brat's. */
export function parseAnnLine(line: string): AnnLine | undefined {
  const [id = '', data = '', ...rest] = line.split('\t');
  const words = rest.length > 0 ? rest.join('\t') : undefined;
  if (id === '*') return equivalence(data);
  if (!/^(?:[A-Za-z]+|#[A-Za-z]*)\d+\S*$/.test(id)) return undefined;
  switch (id[0]) {
    case 'T':
      return span(id, data, words);
    case 'A':
    case 'M':
      return attribute(id, data);
    case 'E':
      return event(id, data);
    case 'R':
      return relation(id, data);
    case 'N':
      return normalisation(id, data, words ?? '');
    case '#':
      return note(id, data, words ?? '');
    default:
      return undefined;
  }
}

function span(id: string, data: string, words: string | undefined): AnnLine | undefined {
  const [, label, offsets] = /^(\S+) (\d{1,9} \d{1,9}(?:;\d{1,9} \d{1,9})*) *$/.exec(data) ?? [];
  if (label === undefined || offsets === undefined) return undefined;
  const fragments = offsets.split(';').map((written) => {
    const [start = 0, end = 0] = written.split(' ').map(Number);
    return { start, end };
  });
  return { kind: 'span', id, label, fragments, words };
}

function attribute(id: string, data: string): AnnLine | undefined {
  const [, name, target, value] = /^(\S+) (\S+)(?: (.+))?$/.exec(data.trimEnd()) ?? [];
  return name !== undefined && target !== undefined
    ? { kind: 'attribute', id, name, target, value }
    : undefined;
}

function event(id: string, data: string): AnnLine | undefined {
  const [first, ...rest] = data.trimEnd().split(' ');
  const head = argument(first ?? '');
  const roles = argumentsOf(rest);
  if (head === undefined || roles === undefined) return undefined;
  return { kind: 'event', id, label: head.role, trigger: head.target, roles };
}

function relation(id: string, data: string): AnnLine | undefined {
  const [label, ...rest] = data.trimEnd().split(' ');
  const roles = argumentsOf(rest);
  return label && roles && roles.length > 0 ? { kind: 'relation', id, label, roles } : undefined;
}

function argumentsOf(written: readonly string[]): Argument[] | undefined {
  const roles = written.filter((word) => word !== '').map(argument);
  const read = roles.filter((role) => role !== undefined);
  return read.length === roles.length ? read : undefined;
}

function argument(written: string): Argument | undefined {
  const colon = written.indexOf(':');
  return colon > 0 && colon < written.length - 1
    ? { role: written.slice(0, colon), target: written.slice(colon + 1) }
    : undefined;
}

function equivalence(data: string): AnnLine | undefined {
  const [label, ...members] = data.trimEnd().split(' ');
  return label && members.length > 1 ? { kind: 'equivalence', id: undefined, label, members } : undefined;
}

function normalisation(id: string, data: string, words: string): AnnLine | undefined {
  const [, label, target, reference] = /^(\S+) (\S+) (\S+:\S+) *$/.exec(data) ?? [];
  return label !== undefined && target !== undefined && reference !== undefined
    ? { kind: 'normalisation', id, label, target, reference, words }
    : undefined;
}

function note(id: string, data: string, words: string): AnnLine | undefined {
  const [, label, target] = /^(\S+) (\S+) *$/.exec(data) ?? [];
  return label !== undefined && target !== undefined
    ? { kind: 'note', id, label, target, words: words.trim() }
    : undefined;
}

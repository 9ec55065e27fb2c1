import { z } from 'zod';
import { CODING_STATES } from '../../domain/coding.ts';
import { CODING_KINDS } from '../../domain/record.ts';
import { t } from '../../messages/language.ts';
import type { IncomingCoding, IncomingDocument, IncomingMark } from '../incoming.ts';
import { listOf, text, words } from '../reading/lenient.ts';
import { offsetShape, offsetsOf } from './offsets.ts';

const markShape = z.looseObject({ text, annotator: words, ...offsetShape });

const codingShape = z.looseObject({
  coding: z.enum(CODING_KINDS).catch('shared'),
  annotator: words,
  state: z.enum(CODING_STATES).optional().catch(undefined),
  nothing: listOf(markShape),
});

type WrittenCoding = z.infer<typeof codingShape>;

/** What a line says of codings, where it says something; what is no coding is passed over. */
export function readCodings(written: readonly unknown[], place: string): Pick<IncomingDocument, 'codings'> {
  const codings = written.flatMap((one, index): IncomingCoding[] => {
    const { data } = codingShape.safeParse(one);
    return data ? [toIncoming(data, t('place.codingIn', { place, number: String(index + 1) }))] : [];
  });
  return codings.length > 0 ? { codings } : {};
}

function toIncoming({ coding, annotator, state, nothing }: WrittenCoding, place: string): IncomingCoding {
  return {
    kind: coding,
    ...(annotator !== undefined && { annotator }),
    ...(state !== undefined && { state }),
    marks: nothing.map((mark) => toMark(mark, place)),
  };
}

function toMark(mark: WrittenCoding['nothing'][number], place: string): IncomingMark {
  return {
    place,
    anchor: { offsets: offsetsOf(mark), words: mark.text },
    ...(mark.annotator !== undefined && { annotator: mark.annotator }),
  };
}

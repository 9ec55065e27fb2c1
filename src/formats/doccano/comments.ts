import { z } from 'zod';
import type { IncomingAnnotation } from '../incoming.ts';
import { list } from '../reading/lenient.ts';

const recordShape = z.looseObject({ Comments: list });
const comment = z.union([
  z.string(),
  z.looseObject({ comment: z.string() }).transform(({ comment: said }) => said),
]);

/** What people wrote beside a record in doccano: about the whole text, so without a place in it. */
export function readComments(record: unknown, place: string): IncomingAnnotation[] {
  const { data } = recordShape.safeParse(record);
  return (data?.Comments ?? []).flatMap((written, index) => {
    const { data: said } = comment.safeParse(written);
    if (!said?.trim()) return [];
    return [
      {
        place: `${place}, comment ${index + 1}`,
        label: 'comment',
        anchors: [],
        attributes: {},
        remarks: [said],
      },
    ];
  });
}

import { differencesIn } from '../../src/domain/accord.ts';
import type { Annotation } from '../../src/domain/annotation.ts';
import { type Case, membersOf } from '../../src/domain/case.ts';
import type { CodingProgress } from '../../src/domain/progress.ts';
import { t } from '../../src/messages/language.ts';
import { shorten } from '../annotations/_entry.tsx';
import { summarise } from '../shared/say-attributes.ts';

/** A coder as the page names them. */
export interface ShownCoder {
  readonly name: string;
  readonly coding: CodingProgress;
}

/** Names a case on its page, whatever becomes of the others: by its first member. */
export function caseKey(one: Pick<Case<Annotation>, 'members'>): string {
  return membersOf(one)[0]?.id ?? '';
}

/** A case read as a sentence: “Ada: claim; Ben: nothing.” */
export function readCase(one: Case<Annotation>, coders: readonly ShownCoder[]): string {
  const withWords = differencesIn(membersOf(one)).includes('words');
  const sides = one.members.map((member, at) =>
    t('adjudication.side', {
      coder: coders[at]?.name ?? '',
      what: member ? saySide(member, withWords) : t('adjudication.nothing'),
    }),
  );
  return t('adjudication.sidesEnd', { sides: sides.join(t('adjudication.sideJoint')) });
}

/** An annotation in a few words, with those it stands on where they have to be told apart. */
export function saySide(annotation: Annotation, withWords: boolean): string {
  const words = withWords ? [`“${shorten(annotation.text, 160)}”`] : [];
  return [t(`tagWord.${annotation.tag}`), ...words, ...summarise(annotation)].join(', ');
}

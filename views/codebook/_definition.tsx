import { fieldsOfTag } from '../../src/domain/codebook/answers.ts';
import type { CodebookTag } from '../../src/domain/codebook/codebook.ts';
import type { CodebookField } from '../../src/domain/codebook/field.ts';
import { inSentence } from '../../src/domain/tag.ts';
import { inList, t } from '../../src/messages/language.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { tagClass } from '../shared/tags.ts';

export interface DefinitionProps {
  readonly tag: CodebookTag;
  readonly level: 'h2' | 'h3';
}

/** What a tag of the page's project means: in a page, in print, and over the article. */
export function Definition({ tag, level: Heading }: DefinitionProps) {
  const { key, letter, notWhen, examples, isOff } = tag;
  const use = t(`tagUse.${key}`);
  const fields = fieldsOfTag(useCodebook(), key);
  return (
    <section class="definition">
      <Heading class={tagClass(useCodebook(), key)} dir="auto">
        <span class="letter" aria-hidden="true">
          {letter}
        </span>{' '}
        <span class="name">{t(`tagName.${key}`)}</span>
      </Heading>
      {isOff && <p class="faint">{t('codebook.off')}</p>}
      <p dir="auto">{t(`tagDefinition.${key}`)}</p>
      <dl>
        <Said heading={t('codebook.useWhen')} words={use} />
        <Said heading={t('codebook.notWhen')} words={notWhen} />
        {examples.length > 0 && (
          <>
            <dt>{t('codebook.examples')}</dt>
            {examples.map((example) => (
              <dd dir="auto">{example}</dd>
            ))}
          </>
        )}
        {fields.length > 0 && (
          <>
            <dt>{t('codebook.alsoAsked')}</dt>
            {fields.map((field) => (
              <dd dir="auto">{sayField(field)}</dd>
            ))}
          </>
        )}
      </dl>
    </section>
  );
}

/** `Verdict: true, false or mixed. After checking.` */
function sayField({ name, kind, choices, help }: CodebookField): string {
  const asked = choices.length > 0 ? inList(choices, 'or') : inSentence(t(`fieldKind.${kind}`));
  return [t('field.said', { name, value: `${asked}.` }), help].filter(Boolean).join(' ');
}

function Said({ heading, words }: { heading: string; words: string }) {
  if (words === '') return null;
  return (
    <>
      <dt>{heading}</dt>
      <dd dir="auto">{words}</dd>
    </>
  );
}

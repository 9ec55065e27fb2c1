import type { Difference } from '../../src/domain/accord.ts';
import type { Annotation } from '../../src/domain/annotation.ts';
import { ATTRIBUTES, type AttributeRule, attributesOf } from '../../src/domain/attributes.ts';
import { membersOf } from '../../src/domain/case.ts';
import { ownField, ownFieldKey } from '../../src/domain/codebook/field.ts';
import type { JudgedCase } from '../../src/domain/decision.ts';
import type { Tag } from '../../src/domain/tag.ts';
import { inWords, t } from '../../src/messages/language.ts';
import { sayAnswer } from '../shared/say-attributes.ts';
import { Carried, type FormPlace, SeenCase, swaps } from './_forms.tsx';
import { caseKey, type ShownCoder, saySide } from './sides.ts';

export interface MergeProps {
  readonly one: JudgedCase<Annotation>;
  readonly place: FormPlace;
  readonly coders: readonly ShownCoder[];
  readonly differences: readonly Difference[];
}

/** Makes one annotation of several: the words and tag of one coder, and each field that differs from whom it is right. */
export function Merge({ one, place, coders, differences }: MergeProps) {
  const key = caseKey(one);
  const [first] = membersOf(one);
  const rules = ATTRIBUTES.filter(({ name }) => differences.includes(name));
  if (rules.length === 0 || !first) return null;
  const options = one.members.flatMap((member, at) =>
    member ? [{ member, coder: coders[at]?.name ?? '' }] : [],
  );
  return (
    <details class="merge" id={`merge-${key}`}>
      <summary>{t('adjudication.merge')}</summary>
      <form id={`merge-form-${key}`} {...swaps(`${place.address}/decisions`)}>
        <Carried place={place} />
        <SeenCase one={one} />
        <Options
          name="base"
          legend={t('adjudication.mergeBase')}
          chosen={first.id}
          options={options}
          say={(member) => saySide(member, true)}
        />
        {rules.map((rule) => (
          <Options
            name={`from_${rule.field}`}
            legend={t(`attributeName.${rule.name}`)}
            chosen={firstWith(options, rule)}
            options={options.filter(({ member }) => has(rule, member.tag))}
            say={(member) => sayValue(rule, member)}
          />
        ))}
        {differences
          .flatMap((name) => ownFieldKey(name) ?? [])
          .map((key) => (
            <Options
              name={`from_${ownField(key)}`}
              legend={t(`ownFieldName.${key}`)}
              chosen={
                (options.find(({ member }) => member.answers?.[key] !== undefined) ?? options[0])?.member.id
              }
              options={options}
              say={(member) => sayOwn(member, key)}
            />
          ))}
        <div class="actions">
          <button name="deed" value="merge">
            {t('adjudication.mergeSave')}
          </button>
        </div>
      </form>
    </details>
  );
}

function has(rule: AttributeRule, tag: Tag): boolean {
  return attributesOf(tag).includes(rule);
}

interface Option {
  readonly member: Annotation;
  readonly coder: string;
}

/** Who has said something, rather than nothing. */
function firstWith(options: readonly Option[], rule: AttributeRule): string | undefined {
  const fitting = options.filter(({ member }) => has(rule, member.tag));
  return (fitting.find(({ member }) => member[rule.name] !== null) ?? fitting[0])?.member.id;
}

interface OptionsProps {
  readonly name: string;
  readonly legend: string;
  readonly chosen: string | undefined;
  readonly options: readonly Option[];
  say(member: Annotation): string;
}

function Options({ name, legend, chosen, options, say }: OptionsProps) {
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {options.map(({ member, coder }) => (
        <label dir="auto">
          <input type="radio" name={name} value={member.id} checked={member.id === chosen} />{' '}
          {t('adjudication.side', { coder, what: say(member) })}
        </label>
      ))}
    </fieldset>
  );
}

function sayOwn({ answers }: Annotation, key: string): string {
  const answer = answers?.[key];
  return answer === undefined ? t('adjudication.noValue') : sayAnswer(answer);
}

/** A field's value as people read it. */
function sayValue(rule: AttributeRule, annotation: Annotation): string {
  const value = annotation[rule.name];
  if (value === null) return t('adjudication.noValue');
  if (typeof value === 'number') return inWords(value);
  const choice = rule.choices?.find((known) => known === value);
  return choice ? t(`choice.${choice}`) : value;
}

import type { ComponentChildren } from 'preact';
import { t } from '../../src/messages/language.ts';
import { Partial } from '../shared/_partial.tsx';

export interface GroupProps {
  readonly id: string;
  readonly heading: string;
  /** Where its form goes. */
  readonly action: string;
  readonly children: ComponentChildren;
}

/** Settings that belong together: a plain form, which scripts send as soon as something in it has changed. */
export function Group({ id, heading, action, children }: GroupProps) {
  return (
    <section class="setting-group" aria-labelledby={id}>
      <div class="setting-head">
        <h2 id={id}>{heading}</h2>
        <p class="saved" id={stateId(id)} role="status" />
      </div>
      <form
        method="post"
        action={action}
        hx-post={action}
        hx-trigger="change, submit"
        hx-swap="none"
        hx-sync="this:queue all"
      >
        <input type="hidden" name="group" value={id} />
        {children}
        <p class="actions without-scripts">
          <button type="submit">{t('settings.save')}</button>
        </p>
      </form>
    </section>
  );
}

/** What became of a group's form, for a page that is there already. */
export function GroupState({ id, isSaved }: { id: string; isSaved: boolean }) {
  return (
    <Partial target={`#${stateId(id)}`} swap="innerHTML">
      {isSaved ? t('settings.saved') : <span class="wrong">{t('settings.notSaved')}</span>}
    </Partial>
  );
}

function stateId(group: string): string {
  return `${group}-state`;
}

export interface SwitchProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly isOn: boolean;
}

/** Something that is on or off. */
export function Switch({ name, label, hint, isOn }: SwitchProps) {
  return (
    <div class="choice">
      <input type="hidden" name={name} value="0" />
      <input
        type="checkbox"
        id={name}
        name={name}
        value="1"
        checked={isOn}
        aria-describedby={`${name}-hint`}
      />
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    </div>
  );
}

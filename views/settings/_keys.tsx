import { keyField, type TypedKeys, writtenKeys } from '../../src/domain/chosen-keys.ts';
import {
  type Deed,
  deedsByGroup,
  deedsIn,
  KEY_GROUPS,
  KEYS_A_DEED,
  type Keymap,
} from '../../src/domain/keys.ts';
import { sayDeed } from '../../src/domain/say-deed.ts';
import { t } from '../../src/messages/language.ts';
import { groupNames } from '../help/_key-table.tsx';
import { Partial } from '../shared/_partial.tsx';
import { Group } from './_group.tsx';

export interface KeySettingsProps {
  readonly typed: TypedKeys;
  /** Those that nobody has chosen, which say which tags there are. */
  readonly usual: Keymap;
  /** What is wrong, by the name that `keyField` gives. */
  readonly problems: Readonly<Record<string, string | undefined>>;
}

/** The keys of everything that keys do, to choose others. */
export function KeySettings(props: KeySettingsProps) {
  return (
    <Group id="keys" heading={t('settings.keys')} action="/settings/keys">
      {/* Enter in a field presses the first button of a form: it must not be one that resets. */}
      <button type="submit" class="hidden-words" tabIndex={-1} aria-hidden="true">
        {t('settings.save')}
      </button>
      <p class="hint">
        {t('settings.keysHint')} <span class="with-scripts">{t('settings.keysPress')}</span>
        <span class="without-scripts">{t('settings.keysWrite')}</span>
      </p>
      <table class="key-settings">
        <thead>
          <tr>
            <th scope="col">{t('settings.does')}</th>
            <th scope="col">{t('settings.key')}</th>
            <th scope="col">{t('settings.secondKey')}</th>
            <td />
          </tr>
        </thead>
        {KEY_GROUPS.map((group) => (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                {groupNames()[group]}
              </th>
            </tr>
            {deedsByGroup(props.usual)[group].map((deed) => (
              <KeyRow deed={deed} {...props} />
            ))}
          </tbody>
        ))}
      </table>
      <p class="actions">
        <button name="reset" value="all">
          {t('settings.resetAll')}
        </button>
      </p>
    </Group>
  );
}

function KeyRow({ deed, typed, problems, usual }: KeySettingsProps & { deed: Deed }) {
  return (
    <tr>
      <th scope="row">{sayDeed(deed)}</th>
      {PLACES.map((place) => (
        <td>
          <KeyField
            deed={deed}
            place={place}
            value={typed[deed]?.[place]}
            isWrong={isWrong(problems, deed, place)}
          />
        </td>
      ))}
      <td>
        <KeyState deed={deed} typed={typed} problems={problems} usual={usual} />
      </td>
    </tr>
  );
}

const isWrong = (problems: KeySettingsProps['problems'], deed: Deed, place: number) =>
  Boolean(problems[keyField(deed, place)]);

const PLACES = Array.from({ length: KEYS_A_DEED }, (_, place) => place);

interface KeyFieldProps {
  readonly deed: Deed;
  readonly place: number;
  readonly value: string | undefined;
  readonly isWrong: boolean;
}

function KeyField({ deed, place, value = '', isWrong }: KeyFieldProps) {
  return (
    <input
      class="key-field"
      id={keyFieldId(deed, place)}
      name={deed}
      value={value}
      aria-label={t(place === 0 ? 'settings.keyOf' : 'settings.secondKeyOf', { deed: sayDeed(deed) })}
      aria-describedby={`key-${deed}-error`}
      aria-invalid={isWrong ? 'true' : undefined}
      autoComplete="off"
      autoCapitalize="off"
      spellcheck={false}
    />
  );
}

function keyFieldId(deed: Deed, place: number): string {
  return `key-${keyField(deed, place)}`;
}

/** What is wrong with the keys of a deed, and the way back to the usual ones. */
function KeyState({ deed, typed, problems, usual }: KeySettingsProps & { readonly deed: Deed }) {
  const wrong = PLACES.find((place) => isWrong(problems, deed, place));
  const isUsual = typed[deed]?.filter(Boolean).join(' ') === writtenKeys(usual)[deed]?.join(' ');
  return (
    <div id={`key-${deed}-state`} class="key-state">
      {!isUsual && (
        <button
          id={`key-${deed}-reset`}
          class="quiet"
          name="reset"
          value={deed}
          aria-label={t('settings.resetOf', { deed: sayDeed(deed) })}
        >
          {t('settings.reset')}
        </button>
      )}
      <p
        class="wrong"
        id={`key-${deed}-error`}
        data-field={wrong === undefined ? undefined : keyFieldId(deed, wrong)}
      >
        {wrong !== undefined && problems[keyField(deed, wrong)]}
      </p>
    </div>
  );
}

/** The states of all rows, for a page whose fields hold already what was sent. */
export function KeyStates({ typed, problems, usual }: KeySettingsProps) {
  return deedsIn(usual).map((deed) => (
    <Partial target={`#key-${deed}-state`} swap="outerHTML">
      <KeyState deed={deed} typed={typed} problems={problems} usual={usual} />
    </Partial>
  ));
}

/** The fields of some deeds, for a page whose fields hold something else. */
export function KeyFields({ typed, problems, deeds }: KeySettingsProps & { deeds: readonly Deed[] }) {
  return deeds.flatMap((deed) =>
    PLACES.map((place) => (
      <Partial target={`#${keyFieldId(deed, place)}`} swap="outerHTML">
        <KeyField
          deed={deed}
          place={place}
          value={typed[deed]?.[place]}
          isWrong={isWrong(problems, deed, place)}
        />
      </Partial>
    )),
  );
}

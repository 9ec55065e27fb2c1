import { type Chord, deedsByGroup, KEY_GROUPS, keysFor } from '../../src/domain/keys.ts';
import { sayDeed } from '../../src/domain/say-deed.ts';
import { rich, t } from '../../src/messages/language.ts';
import { ChordKeys, useKeys } from '../shared/_key.tsx';

/** Names of the groups of keys, in their order. */
export const groupNames = () =>
  ({
    moving: t('help.moving'),
    tagging: t('help.tagging'),
    annotation: t('help.annotation'),
    suggestions: t('help.suggestions'),
    history: t('help.history'),
  }) as const satisfies Record<(typeof KEY_GROUPS)[number], string>;

/** What each key does for whoever looks at it. */
export function KeyTable({ level: Heading }: { level: 'h2' | 'h3' }) {
  const { keymap, areOn } = useKeys();
  const deedsOf = deedsByGroup(keymap);
  const groups = KEY_GROUPS.map((group) => ({
    name: groupNames()[group],
    deeds: deedsOf[group].filter((deed) => keysFor(keymap, deed).length > 0),
  }));
  return (
    <>
      {!areOn && (
        <p>{rich('help.keysOff', { settings: (words) => <a href="/settings#marking-up">{words}</a> })}</p>
      )}
      <div class="key-groups">
        {groups
          .filter(({ deeds }) => deeds.length > 0)
          .map(({ name, deeds }) => (
            <section>
              <Heading>{name}</Heading>
              <dl class="keys">
                {deeds.map((deed) => (
                  <div>
                    <dt>{sayDeed(deed)}</dt>
                    <dd>
                      <Chords chords={keysFor(keymap, deed)} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </>
  );
}

function Chords({ chords }: { chords: readonly Chord[] }) {
  return chords.map((chord, at) => (
    <>
      {at > 0 && ` ${t('help.or')} `}
      <span class="chord">
        <ChordKeys chord={chord} />
      </span>
    </>
  ));
}

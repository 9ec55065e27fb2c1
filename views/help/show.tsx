import type { VNode } from 'preact';
import { USUAL_KEYS } from '../../src/domain/chosen-keys.ts';
import { DEEDS, keysFor } from '../../src/domain/keys.ts';
import { rich, t } from '../../src/messages/language.ts';
import { useCodebook } from '../shared/_codebook.tsx';
import { ChordKeys, useKeys } from '../shared/_key.tsx';
import { tagClass } from '../shared/tags.ts';
import { KeyTable } from './_key-table.tsx';

type Link = (path: string, place?: string) => (words: string) => VNode;
const strong = (words: string) => <strong>{words}</strong>;

/** How to work here: the common tasks, each in a few lines, and the keys. */
export function HelpPage({ address }: { address: (path: string) => string }) {
  const link: Link =
    (path, place = '') =>
    (words) => <a href={`${address(path)}${place}`}>{words}</a>;
  return (
    <main id="main" tabIndex={-1} class="prose help">
      <h1>{t('help.heading')}</h1>
      <Start link={link} />
      <Tags />
      <Mend />
      <Suggestions link={link} />
      <Sheet />
      <Export link={link} />
      <section aria-labelledby="keys">
        <h2 id="keys">{t('help.keys')}</h2>
        <p>{rich('help.keysWhere', { settings: link('/settings', '#keys') })}</p>
        <KeyTable level="h3" />
      </section>
    </main>
  );
}

function Start({ link }: { link: Link }) {
  return (
    <section aria-labelledby="mark-up">
      <h2 id="mark-up">{t('help.markUp')}</h2>
      <ol>
        <li>{rich('help.stepImport', { link: link('/articles/new') })}</li>
        <li>{rich('help.stepSelect', { strong })}</li>
        <li>{rich('help.stepTag', { strong })}</li>
        <li>{rich('help.stepFill', { strong })}</li>
        <li>{rich('help.stepNothing', { strong })}</li>
      </ol>
      <p>{t('help.onPhone')}</p>
    </section>
  );
}

function Tags() {
  const codebook = useCodebook();
  return (
    <section aria-labelledby="tags">
      <h2 id="tags">{t('help.whichTag')}</h2>
      <dl class="tags">
        {codebook.tags.map(({ key: tag }) => (
          <>
            <dt class={tagClass(codebook, tag)}>{t(`tagName.${tag}`)}</dt>
            <dd>
              <Guidance text={t(`tagGuidance.${tag}`)} />
            </dd>
          </>
        ))}
      </dl>
      <p>{t('help.overlap')}</p>
    </section>
  );
}

/** A text in which usual keys stand between backticks: for whoever looks, they are those of the same deeds. */
function Guidance({ text }: { text: string }) {
  const { keymap } = useKeys();
  const shown = (usual: string) => {
    const deed = DEEDS.find((one) => USUAL_KEYS[one]?.includes(usual));
    const [chord] = deed ? keysFor(keymap, deed) : [];
    return chord === undefined ? <kbd>{usual}</kbd> : <ChordKeys chord={chord} />;
  };
  return text.split('`').map((piece, at) => (at % 2 === 0 ? piece : shown(piece)));
}

function Mend() {
  return (
    <section aria-labelledby="mend">
      <h2 id="mend">{t('help.mend')}</h2>
      <p>{rich('help.mendWords', { strong })}</p>
      <p>{t('help.undo')}</p>
    </section>
  );
}

function Suggestions({ link }: { link: Link }) {
  return (
    <section aria-labelledby="suggested">
      <h2 id="suggested">{t('help.useSuggestions')}</h2>
      <p>{rich('help.suggestionsAre', { settings: link('/settings', '#suggestions') })}</p>
    </section>
  );
}

function Sheet() {
  return (
    <section aria-labelledby="sheet">
      <h2 id="sheet">{t('help.sheet')}</h2>
      <p>{rich('help.sheetIs', { strong })}</p>
    </section>
  );
}

function Export({ link }: { link: Link }) {
  return (
    <section aria-labelledby="export">
      <h2 id="export">{t('help.export')}</h2>
      <p>{rich('help.exportHow', { strong, link: link('/annotations') })}</p>
      <p>
        {rich('help.exportCsv', {
          code: (words) => <code>{words}</code>,
          raw: link('/annotations.csv?raw=1'),
        })}
      </p>
      <p>{rich('help.importBack', { link: link('/imports/new') })}</p>
    </section>
  );
}

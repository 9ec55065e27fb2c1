import { KEY_USES, type KeyUse } from '../../src/domain/keys.ts';
import { listed, TAG_FACTS, TAGS } from '../../src/domain/tag.ts';
import { tagClass } from '../shared/tags.ts';

/** Letters that stand before sentences which the engine suggests as a whole. */
const LETTERED = TAGS.filter((tag) => TAG_FACTS[tag].suggestedBySentence).map((tag) => TAG_FACTS[tag].letter);

/** Small numbers in words. */
const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** How to work here, on one page. */
export function HelpPage() {
  return (
    <main id="main" tabIndex={-1} class="prose">
      <h1>Help</h1>
      <Marking />
      <Keys />
      <Sheet />
      <Export />
    </main>
  );
}

function Marking() {
  return (
    <section aria-labelledby="marking">
      <h2 id="marking">Mark up an article</h2>
      <p>
        <a href="/articles/new">Import an article</a> from the web, a file or by paste, and open it. Select
        first, then tag: a click or a tap selects the sentence, a drag or a double click selects any words,
        and Shift extends what is selected. On a phone, tap a sentence, then its first and its last word to
        narrow it. The bar at the bottom shows what is selected.
      </p>
      <dl class="tags">
        {TAGS.map((tag) => (
          <>
            <dt class={tagClass(tag)}>{TAG_FACTS[tag].name}</dt>
            <dd>{withKeys(TAG_FACTS[tag].guidance)}</dd>
          </>
        ))}
      </dl>
      <p>
        Each tag is saved at once, with what could be read from the text already filled in. The same words may
        have several tags, and tags may overlap. A sentence that holds none of the{' '}
        {NUMBERS[TAGS.length] ?? 'tags'} can be marked as <em>nothing here</em>, so that the article counts as
        done once every sentence was looked at.
      </p>
      <p>
        All work on an article can be undone, also after a reload, and also the deletion of an article. Dashed
        lines, and a dashed {listed(LETTERED, 'or')} before a sentence, are suggestions of the program: they
        are nobody’s work, and no export has them, until somebody accepts them.{' '}
        <a href="/settings">Settings</a> turn them off.
      </p>
    </section>
  );
}

/** A text in which keys stand between backticks. */
function withKeys(text: string) {
  return text.split('`').map((piece, at) => (at % 2 === 0 ? piece : <kbd>{piece}</kbd>));
}

function Keys() {
  return (
    <section aria-labelledby="keys">
      <h2 id="keys">Keys</h2>
      <p>
        They act on the reading page, outside form fields, and never with Ctrl or the command key held.{' '}
        <a href="/settings">Settings</a> turn them off.
      </p>
      <table class="keys">
        <thead>
          <tr>
            <th scope="col">Key</th>
            <th scope="col">What it does</th>
          </tr>
        </thead>
        <tbody>
          {KEY_USES.map((use) => (
            <KeyRow {...use} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function KeyRow({ keys, does }: KeyUse) {
  return (
    <tr>
      <td>
        {keys.map((chord, at) => (
          <>
            {at > 0 && ' or '}
            {chord.split(/(?<=.)\+/).map((key, place) => (
              <>
                {place > 0 && '+'}
                <kbd>{key}</kbd>
              </>
            ))}
          </>
        ))}
      </td>
      <td>{does}</td>
    </tr>
  );
}

function Sheet() {
  return (
    <section aria-labelledby="sheet">
      <h2 id="sheet">The sheet</h2>
      <p>
        Every article has a second view, <em>Sheet</em>: its sentences as a list, each with check boxes for
        the tags and links to their details. It is made of plain forms, so it works with a screen reader, by
        keyboard alone and without scripts. Both views show the same work.
      </p>
    </section>
  );
}

function Export() {
  return (
    <section aria-labelledby="export">
      <h2 id="export">Take it away</h2>
      <p>
        <em>Export</em> on an article’s page, on the list of articles and on the page of all{' '}
        <a href="/annotations">annotations</a> offers every format. <em>CSV</em> gives a table with a row for
        each annotation. It opens in Excel, LibreOffice, R and pandas. Its offsets count Unicode code points,
        as R and Python do; columns that end in <code>_utf16</code> count as JavaScript and Java do. The
        several parts of one annotation are joined by <code> […] </code>.
      </p>
      <p>
        Cells that a spreadsheet would take for a formula begin with an apostrophe; a program that reads the
        file can have it <a href="/annotations.csv?raw=1">without</a>.
      </p>
      <p>
        Annotations made elsewhere, or exported here, come in under{' '}
        <a href="/imports/new">Import annotations</a>.
      </p>
    </section>
  );
}

/** Elements whose content is no words of an article, or none that could be shown as text. */
export const DROPPED: ReadonlySet<string> = new Set(
  (
    'script style noscript template head title meta link base iframe frame frameset object embed video audio canvas ' +
    'svg picture map area button select option textarea input datalist progress meter nav aside dialog rt rp'
  ).split(' '),
);

/** Elements that begin and end a block of their own (HTML Standard, 15.3, `display: block` and its like). */
export const BLOCKS: ReadonlySet<string> = new Set(
  (
    'html body address article blockquote center dd details div dl dt fieldset figcaption figure footer form header ' +
    'hgroup hr legend li main menu ol optgroup p pre search section summary table caption thead tbody tfoot tr td th ' +
    'ul dir h1 h2 h3 h4 h5 h6 listing plaintext'
  ).split(' '),
);

/** What a table holds only where it serves to lay the page out. */
export const LAYOUT_CONTENT = 'h1, h2, h3, h4, h5, h6, ul, ol, blockquote, pre, table, article, section';

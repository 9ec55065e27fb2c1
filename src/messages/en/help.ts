/** The help page, and the keys as the reading page shows them. */
export const help = {
  heading: 'Help',
  markUp: 'Mark up an article',
  stepImport: '<link>Import an article</link> and open it.',
  stepSelect:
    '<strong>Select.</strong> Click a sentence, or drag over any words. Hold Shift to extend the selection.',
  stepTag: '<strong>Tag.</strong> Choose a tag in the bar at the bottom, or press its key.',
  stepFill:
    '<strong>Check the form.</strong> The tag is saved at once, with what could be read from the text. Correct the rest.',
  stepNothing:
    '<strong>Nothing to tag?</strong> Mark the sentence as “nothing here”, so that it counts as done.',
  onPhone: 'On a phone, tap a sentence, then tap its first and last word to narrow it.',
  whichTag: 'Choose the tag',
  overlap: 'The same words can have several tags, and tags may overlap.',
  mend: 'Correct your work',
  mendWords:
    'To change its words, open an annotation, select the right words and choose <strong>Move it here</strong>. <strong>Add to it</strong> joins the second half of a split quote.',
  undo: 'Undo goes back through all your changes to the article, even after you close the page.',
  useSuggestions: 'Use suggestions',
  suggestionsAre:
    'Dashed lines are suggestions. They count for nothing, and appear in no export, until you accept them. Turn them off in <settings>Settings</settings>.',
  sheet: 'Work without a mouse',
  sheetIs:
    'Every article has a <strong>Sheet</strong>: its sentences as a list of forms. It works by keyboard, with a screen reader and without scripts, and shows the same work.',
  export: 'Export',
  exportHow:
    '<strong>Export</strong> stands on every article, on the list of articles and on <link>Annotations</link>. It offers every format.',
  exportCsv:
    'CSV has a row for each annotation and opens in Excel, R and pandas. Offsets count Unicode code points; columns that end in <code>_utf16</code> count as JavaScript does. Cells that look like formulas begin with an apostrophe; the <raw>raw file</raw> has none.',
  importBack: 'Bring in work from other tools with <link>Import annotations</link>.',
  keys: 'Keys',
  keysWhere:
    'These keys work on an article’s page, outside form fields. Change them in <settings>Settings</settings>.',
  keysOff:
    'Single-key shortcuts are off: turn them on in <settings>Settings</settings>. These keys work while a sentence has the focus; Enter goes to the buttons, Escape comes back.',
  moving: 'Move and select',
  tagging: 'Tag',
  annotation: 'Annotations',
  suggestions: 'Suggestions',
  history: 'Undo and help',
  or: 'or',
  close: 'Close',
  changeKeys: 'Change keys',
  helpPage: 'How to mark up an article',
} as const;

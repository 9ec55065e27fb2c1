/** An annotation: its line in the list, its form, its page. */
export const annotation = {
  title: 'Annotation',
  tagged: '{tag}: ',
  tag: 'Tag',
  more: 'More',
  save: 'Save <key>Enter</key>',
  delete: 'Delete',
  close: 'Close <key>Esc</key>',
  ends: 'Move the ends by a word',
  start: 'Start',
  end: 'End',
  startEarlier: 'Start one word earlier',
  startLater: 'Start one word later',
  endEarlier: 'End one word earlier',
  endLater: 'End one word later',
  conflict:
    '<b>Not saved:</b> this annotation was changed after you opened it. Your version is still in the fields above. ' +
    'This is the saved version:',
  saveMine: 'Save mine',
  keepSaved: 'Keep the saved version',
  sheet: 'Sheet',
  by: 'by {name}',
  fromFiles: '{name} (from files)',
} as const;

/** What says where an annotation stands, inside a sentence: “Its place is given as …”. */
export const selector = {
  joint: ', and ',
  none: 'no selector',
  elsewhere: 'a selector that is not in the file',
  tooDeep: 'selectors nested too deeply',
  unknown: 'a selector of the type “{type}”',
  noWords: 'a quotation without words',
  noNumbers: 'a position that is not in whole numbers',
  rangeEnds: 'a range whose ends are not positions in the text',
  inElement: 'a position inside an element, which has no words to search for',
  outside: 'a position outside the words that it refines',
  fragment: 'the fragment “{fragment}”, which has no words to search for',
  xpath: 'an XPath, which has no words to search for',
  css: 'a CSS selector, which has no words to search for',
  svg: 'a shape on an image',
} as const;

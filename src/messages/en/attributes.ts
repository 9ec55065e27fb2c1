/** The names of the attributes. */
export const attributeName = {
  speaker: 'Speaker',
  cue: 'Cue',
  quoteType: 'Type',
  value: 'Value',
  valueMax: 'Upper value',
  comparator: 'Comparator',
  unit: 'Unit',
  subject: 'What it counts',
  checkWorthiness: 'Worth checking',
  confidence: 'Confidence',
  note: 'Note',
  checkScore: 'Check score',
} as const;

/** The choices of attributes. */
export const choice = {
  direct: 'direct',
  indirect: 'indirect',
  mixed: 'mixed',
  '=': 'exactly',
  '>': 'more than',
  '<': 'less than',
  '≥': 'at least',
  '≤': 'at most',
  '~': 'about',
  high: 'high',
  medium: 'medium',
  low: 'low',
  sure: 'sure',
  unsure: 'unsure',
} as const;

/** What is wrong with what was given for one. */
export const attribute = {
  ambiguousNumber:
    '{name}: “{written}” can be thousands or a decimal. Write 1500 for one, 1.5 for the other, with no more marks.',
  noNumber: '{name}: enter a number in digits, such as 3900 or -2.5. “{written}” is not a number.',
  noChoice: '{name}: choose {choices}.',
  outside: '{name}: enter a number from {least} to {most}.',
  tooLong: '{name}: at most {most} characters. You entered {given}.',
  noLowerValue: 'Enter the lower value too, or clear “{upper}”.',
  upperBelow: '{upper}: must not be less than the value.',
} as const;

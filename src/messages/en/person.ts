/** What is wrong with a person's settings. */
export const person = {
  noName: 'Enter a name. It appears in your exports.',
  nameTooLong: 'The name can have at most {most} characters. You entered {given}.',
} as const;

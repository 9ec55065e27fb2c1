import { describe, expect, test } from 'vitest';
import { isNames, readByline, readCreditedName } from '../../src/text/bylines.ts';
import { isPublicationName } from '../../src/text/publication-names.ts';

describe('bylines', () => {
  test.each([
    ['By Ida Brandt', 'Ida Brandt'],
    ['BY IDA BRANDT AND OLE MEER', 'IDA BRANDT AND OLE MEER'],
    ['by Ida Brandt in Corran', 'Ida Brandt in Corran'],
    ['By: Ida de la Cruz-O’Neill', 'Ida de la Cruz-O’Neill'],
    ['Written by Dr. Ida Q. Brandt Jr.', 'Dr. Ida Q. Brandt Jr.'],
    ['By Ida Brandt, chief sea correspondent', 'Ida Brandt, chief sea correspondent'],
    ['By the Associated Press', 'the Associated Press'],
    ['By Ida Brandt, Coast News /', 'Ida Brandt, Coast News'],
    ['By Ida Brandt (AP)', 'Ida Brandt (AP)'],
  ])('%s', (line, names) => expect(readByline(line)).toBe(names));

  test.each([
    'Ida Brandt',
    'By the Numbers',
    'By Friday',
    'By then, the editor said',
    'By Ida Brandt, who owns the boat.',
    'By 1994 the fleet was gone',
    'By hook or by crook',
    'Bystanders Saw It',
  ])('none in "%s"', (line) => expect(readByline(line)).toBeUndefined());
});

test.each([
  ['Ida Brandt, Reuters', true],
  ['Ida Brandt, deputy editor', true],
  ['Ida Brandt, Ole Meer', false],
  ['Salt, Ice, Reuters', false],
])('a name with a credit: %s', (line, credited) => expect(readCreditedName(line) === line).toBe(credited));

test.each([
  ['Ida Brandt', true],
  ['Ida Brandt, Ole van der Meer and Zoë Ångström', true],
  ['Ida Brandt in Corran', true],
  ['Ida', false],
  ['Corran Ferry Tests', false],
  ['Top Solar News', false],
  ['Ferry to Orsay ends in March', false],
])('names and nothing else: %s', (line, names) => expect(isNames(line)).toBe(names));

test.each([
  ['The Corran Herald', true],
  ['Corran Herald Online', true],
  ['Reuters', true],
  ['www.corran.co.uk', true],
  ['Ferry to Orsay ends', false],
  ['The ferry sank, says the herald', false],
  ['Reuters reports the end of the ferry', false],
])('a publication: %s', (line, publication) => expect(isPublicationName(line)).toBe(publication));

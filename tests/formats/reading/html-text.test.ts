import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HtmlText } from '../../../src/formats/reading/html-text.ts';

describe('the text of a page', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['<div><div>\n  <p>One <b>two</b></p>\n</div></div>\n<h2>Three</h2>', 'One two\n\nThree'],
    ['One<br>two<BR/>three', 'One\ntwo\nthree'],
    ['a &amp; b &lt;c&gt; &#233;&#xe9;&eacute; &nosuch; &#0; &', 'a & b <c> ééé &nosuch; \ufffd &'],
    ['<script>bad("</p>")</script>One<style>p{}</style><!-- <p>no</p> --> two', 'One two'],
    ['<a title="1 > 0" href=\'x>y\'>One</a> < two 1<2', 'One < two 1<2'],
    ['One <b', 'One <b'],
    ['One <!-- two', 'One <!-- two'],
    ['<script>never closed', ''],
    ['', ''],
  ])('%j', (html, expected) => {
    expect(new HtmlText(html).text).toBe(expected);
  });
});

describe('global offsets', () => {
  const page = new HtmlText('<p>One <b>two</b></p>\n<p>three<br>four</p>');
  const words = (start: number, end: number) => {
    const span = page.spanOf({ start, end }, undefined);
    return span && page.text.slice(span.start, span.end);
  };

  test.each([
    [0, 3, 'One'],
    [4, 7, 'two'],
    [4, 8, 'two'],
    [8, 13, 'three'],
    [4, 13, 'two\n\nthree'],
    [14, 18, 'four'],
    [8, 18, 'three\nfour'],
    [14, 99, 'four'],
  ])('%i to %i', (start, end, expected) => {
    expect(words(start, end)).toBe(expected);
  });

  test('that mean nothing have no span', () => {
    expect(words(5, 5)).toBeUndefined();
    expect(words(99, 120)).toBeUndefined();
  });

  test.each([
    ['UTF-16', { start: 3, end: 6 }],
    ['code points', { start: 2, end: 5 }],
  ])('in %s, as the words tell', (_, offsets) => {
    const emoji = new HtmlText('<p>😀 two</p>');
    expect(emoji.spanOf(offsets, 'two')).toEqual({ start: 3, end: 6 });
  });

  test('lead to the words of any page', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab \n😀'), maxLength: 5 });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), fc.nat(30), fc.nat(30), (runs, a, b) => {
        const html = new HtmlText(runs.map((run) => `<p>${run}</p>`).join(''));
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const span = html.spanOf({ start, end }, undefined);
        const found = span ? html.text.slice(span.start, span.end) : '';
        const squeeze = (text: string) => text.replaceAll(/\s+/g, '');
        expect(squeeze(found)).toBe(squeeze(runs.join('').slice(start, end)));
      }),
      { numRuns: 300 },
    );
  });
});

test.each([
  ['open tags', '<a '.repeat(300_000)],
  ['open quotes', '<a b="'.repeat(200_000)],
  ['open comments', '<!--'.repeat(300_000)],
  ['open scripts', '<script>'.repeat(200_000)],
  ['deep elements', '<div>'.repeat(300_000)],
  ['references', '&a'.repeat(500_000)],
])('a page of nothing but %s is read in linear time', (_, html) => {
  expect(new HtmlText(html).text.length).toBeLessThanOrEqual(html.length);
});

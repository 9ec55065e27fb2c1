import { expect, test } from 'vitest';
import { readHtmlTokens } from '../../../src/formats/reading/html-tokens.ts';
import { cleanMarkup } from '../../../src/formats/reading/page/clean-markup.ts';

function tokensOf(html: string, decodes = true): string[] {
  const tokens: string[] = [];
  readHtmlTokens(
    html,
    {
      text: (words) => tokens.push(words),
      open: (name, attributes, isClosed) =>
        tokens.push(['open', name, ...[...attributes].flat(), ...(isClosed ? ['/'] : [])].join(' ')),
      close: (name) => tokens.push(`close ${name}`),
      rest: (words) => tokens.push(`rest ${words}`),
    },
    decodes,
  );
  return tokens;
}

test.each([
  ['<P CLASS="a" id=b class=c>One &amp; two</P >', ['open p class a id b', 'One & two', 'close p']],
  ['1 < 2 <br/>', ['1 < 2 ', 'open br /']],
  ['One</>two', ['Onetwo']],
  ['One<!-- <p> -->two<?x?>three<!doctype html>', ['One', 'two', 'three']],
  ['<![CDATA[<b>One</b>]]>', ['One', 'close b', ']]>']],
  ['<script>a("</p>")</script>', ['open script', 'a("</p>")', 'close script']],
  ['One <b title="', ['One ', 'rest <b title="']],
  ['One <b /', ['One ', 'rest <b /']],
  ['One </b two', ['One ', 'close b']],
  ['One <!x', ['One ', 'rest <!x']],
  ['One <!-- two', ['One ', 'rest <!-- two']],
])('tokens of %j', (html, expected) => expect(tokensOf(html)).toEqual(expected));

test('references stay where they are not asked for', () => {
  expect(tokensOf('a &amp; b &lt c', false)).toEqual(['a &amp; b &lt c']);
});

test.each([
  ['<svg/><p>One</p>', '<html><p>One</p></html>'],
  ['<svg><title>no</title></svg><noscript><p>no</p></noscript>One', '<html>One</html>'],
  ['<xmp><b>One</b></xmp>', '<html><pre>&lt;b>One&lt;/b></pre></html>'],
  ['<p onclick="x" class=\'a"b\'>1 < 2', '<html><p class="a&quot;b">1 &lt; 2</html>'],
])('the clean markup of %j', (html, expected) => expect(cleanMarkup(html)).toBe(expected));

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../src/text/front-matter.ts';

const BODY =
  'The ferry to Orsay Point will stop running in March, the harbour board said on Tuesday.\n\nIt gave no reason.';
const TITLE = 'Last ferry to Orsay Point sails in March';

/** Title, and the lines around it, one paragraph each, above the body. */
function page(...head: string[]): string {
  return [...head, BODY].join('\n\n');
}

describe('heads of pasted pages', () => {
  test.each([
    [
      'site, title, site date, title again, byline with the date of publication',
      page(
        'Harbour Review',
        TITLE,
        'Fri, 03/06/2020 - 4:15pm',
        TITLE,
        'By Ida Brandt, Coast News, Sea Desk / Published March 5, 2020',
      ),
      {
        publication: 'Harbour Review',
        title: TITLE,
        byline: 'Ida Brandt, Coast News, Sea Desk',
        published: '2020-03-05',
      },
    ],
    [
      'a site nobody knows, told by the title repeated',
      page('Two Piers', TITLE, 'March 5, 2020', TITLE),
      { publication: 'Two Piers', title: TITLE, published: '2020-03-05' },
    ],
    [
      'a paper told by its last word, title once, byline, date',
      page(
        'The Coastal Record',
        'Bridge closed for repairs until summer',
        'By Mara Lindqvist',
        'March 4, 2025',
      ),
      {
        publication: 'The Coastal Record',
        title: 'Bridge closed for repairs until summer',
        byline: 'Mara Lindqvist',
        published: '2025-03-04',
      },
    ],
    [
      'a title that ends like a paper',
      page('Swimmer Breaks Harbour Record', 'By Ida Brandt'),
      { title: 'Swimmer Breaks Harbour Record', byline: 'Ida Brandt' },
    ],
    ['title alone', page(TITLE), { title: TITLE }],
    ['title and byline', page(TITLE, 'By Ida Brandt'), { title: TITLE, byline: 'Ida Brandt' }],
    [
      'byline in capitals, two writers',
      page(TITLE, 'By IDA BRANDT and OLE VAN DER MEER', 'MARCH 5, 2020'),
      { title: TITLE, byline: 'IDA BRANDT and OLE VAN DER MEER', published: '2020-03-05' },
    ],
    [
      'agency credit without By',
      page(TITLE, 'Ida Brandt, Reuters', '5 March 2020'),
      { title: TITLE, byline: 'Ida Brandt, Reuters', published: '2020-03-05' },
    ],
    [
      'role without By',
      page(TITLE, 'Ida Brandt, transport correspondent', '5 March 2020'),
      { title: TITLE, byline: 'Ida Brandt, transport correspondent', published: '2020-03-05' },
    ],
    [
      'a name between title and date',
      page(TITLE, 'Ida Brandt', '5 March 2020'),
      { title: TITLE, byline: 'Ida Brandt', published: '2020-03-05' },
    ],
    [
      'byline and date in one',
      page(TITLE, 'By Ida Brandt, transport correspondent, March 5, 2020'),
      { title: TITLE, byline: 'Ida Brandt, transport correspondent', published: '2020-03-05' },
    ],
    [
      'date and byline in one',
      page(TITLE, 'Published March 5, 2020 by Ida Brandt'),
      { title: TITLE, byline: 'Ida Brandt', published: '2020-03-05' },
    ],
    [
      'site, byline and date in one',
      page(TITLE, 'The Corran Herald | By Ida Brandt | March 5, 2020 9:31 p.m. EST'),
      {
        title: TITLE,
        publication: 'The Corran Herald',
        byline: 'Ida Brandt',
        published: '2020-03-05T21:31-05:00',
      },
    ],
    [
      'published beats updated, wherever it stands',
      page(TITLE, 'Last updated: March 7, 2020', 'First published on March 5, 2020'),
      { title: TITLE, published: '2020-03-05' },
    ],
    [
      'a month where no day is told',
      page(`title: ${TITLE}\ndate: March 2020`),
      { title: TITLE, published: '2020-03' },
    ],
    [
      'an update where nothing else is told',
      page(TITLE, 'Updated March 7, 2020 at 10:00'),
      { title: TITLE, published: '2020-03-07T10:00' },
    ],
    [
      'address first',
      page('https://corran.example/ferry?id=7', TITLE, 'By Ida Brandt'),
      { title: TITLE, url: 'https://corran.example/ferry?id=7', byline: 'Ida Brandt' },
    ],
    [
      'labels',
      page(
        'Headline: Ferry ends',
        'Author: Ida Brandt',
        'Source: Corran Herald',
        'Date: 2020-03-05',
        'URL: https://corran.example/7',
      ),
      {
        title: 'Ferry ends',
        byline: 'Ida Brandt',
        publication: 'Corran Herald',
        published: '2020-03-05',
        url: 'https://corran.example/7',
      },
    ],
    [
      'title below the byline',
      page('By Ida Brandt', 'March 5, 2020', TITLE),
      { title: TITLE, byline: 'Ida Brandt', published: '2020-03-05' },
    ],
    [
      'a question for a title',
      page('Who pays for the last ferry?', 'By Ida Brandt'),
      { title: 'Who pays for the last ferry?', byline: 'Ida Brandt' },
    ],
    [
      'lines without blank ones between',
      `${TITLE}\nBy Ida Brandt\nMarch 5, 2020\n${BODY}`,
      { title: TITLE, byline: 'Ida Brandt', published: '2020-03-05' },
    ],
    [
      'a byline in small letters below a long title',
      `${TITLE}\nby Ida Brandt\nhttps://corran.example/7\n\n${BODY}`,
      { title: TITLE, byline: 'Ida Brandt', url: 'https://corran.example/7' },
    ],
    [
      'writer and place, then an agency',
      page(TITLE, 'Ida Brandt in Corran', 'Associated Press', '5 March 2020'),
      {
        title: TITLE,
        byline: 'Ida Brandt in Corran',
        publication: 'Associated Press',
        published: '2020-03-05',
      },
    ],
    [
      'right-to-left title',
      page('המעבורת האחרונה לנמל', 'March 5, 2020'),
      { title: 'המעבורת האחרונה לנמל', published: '2020-03-05' },
    ],
    [
      'emoji in the title',
      page('Ferry ends ⛴️ for good', 'By Zoë Ångström'),
      { title: 'Ferry ends ⛴️ for good', byline: 'Zoë Ångström' },
    ],
  ])('%s', (_, text, frontMatter) => {
    expect(readFrontMatter(text)).toEqual({
      frontMatter,
      head: text.slice(0, text.indexOf(BODY)),
      body: BODY,
    });
  });
});

describe('Markdown files', () => {
  test.each([
    [
      'a block',
      `---\ntitle: "Ferry: the end"\nauthor: Ida Brandt\ndate: 2020-03-05\ntags:\n  - sea\n---\n\n${BODY}`,
      { title: 'Ferry: the end', byline: 'Ida Brandt', published: '2020-03-05' },
    ],
    [
      'lists of authors',
      `---\ntitle: Ferry\nauthors:\n  - Ida Brandt\n  - Ole Meer\n---\n${BODY}`,
      { title: 'Ferry', byline: 'Ida Brandt, Ole Meer' },
    ],
    [
      'a list in brackets',
      `---\nauthors: [Ida Brandt, "Ole Meer"]\nurl: https://corran.example/7\n...\n${BODY}`,
      { byline: 'Ida Brandt, Ole Meer', url: 'https://corran.example/7' },
    ],
    [
      'emphasis',
      page(`**${TITLE}**`, 'By **Ida Brandt**', '_March 5, 2020_'),
      { title: TITLE, byline: 'Ida Brandt', published: '2020-03-05' },
    ],
    ['a marked title', page(`# ${TITLE}`), { title: TITLE }],
    [
      'a marked title and a byline',
      page(`# ${TITLE} #`, 'By Ida Brandt'),
      { title: TITLE, byline: 'Ida Brandt' },
    ],
    [
      'a block and the same title below it',
      `---\ntitle: ${TITLE}\n---\n\n# ${TITLE}\n\n${BODY}`,
      { title: TITLE },
    ],
  ])('%s', (_, text, frontMatter) => {
    expect(readFrontMatter(text)).toEqual({
      frontMatter,
      head: text.slice(0, text.indexOf(BODY)),
      body: BODY,
    });
  });
});

describe('in doubt a line stays in the body', () => {
  test.each([
    ['no head', BODY, {}, BODY],
    [
      'a heading below the title',
      page(TITLE, 'By Ida Brandt', 'What we know'),
      { title: TITLE, byline: 'Ida Brandt' },
      page('What we know'),
    ],
    ['a marked heading', page('## What we know'), {}, page('## What we know')],
    [
      'another title in the block',
      `---\ntitle: Ferry\n---\n# The end\n\n${BODY}`,
      { title: 'Ferry' },
      page('# The end'),
    ],
    [
      'a standfirst, though the byline below it is read',
      page(TITLE, 'Islanders heard it on the radio.', 'By Ida Brandt'),
      { title: TITLE, byline: 'Ida Brandt' },
      page('Islanders heard it on the radio.', 'By Ida Brandt'),
    ],
    [
      'a label above the title',
      page('Opinion', TITLE, 'By Ida Brandt'),
      { title: TITLE, byline: 'Ida Brandt' },
      page('Opinion', TITLE, 'By Ida Brandt'),
    ],
    ['a dateline', `CORRAN, March 5 (Reuters) - ${BODY}`, {}, `CORRAN, March 5 (Reuters) - ${BODY}`],
    [
      'a sentence that opens with By',
      `By Monday the last boat had gone.\n\n${BODY}`,
      {},
      `By Monday the last boat had gone.\n\n${BODY}`,
    ],
    [
      'a day of a timeline',
      page(TITLE, 'By Ida Brandt', 'March 5, 2020', 'March 1, 2020'),
      { title: TITLE, byline: 'Ida Brandt', published: '2020-03-05' },
      page('March 1, 2020'),
    ],
    [
      'a poem',
      'The boat\n\nThe bell\n\nThe wide grey water\n\nAnd nobody aboard',
      {},
      'The boat\n\nThe bell\n\nThe wide grey water\n\nAnd nobody aboard',
    ],
    ['a list', `- one\n- two\n\n${BODY}`, {}, `- one\n- two\n\n${BODY}`],
    ['one line', 'Ferry ends', {}, 'Ferry ends'],
    ['nothing but front matter', `${TITLE}\n\nBy Ida Brandt`, {}, `${TITLE}\n\nBy Ida Brandt`],
    ['a rule at the top', `---\n\n${BODY}`, {}, `---\n\n${BODY}`],
    ['a block that does not end', `---\nAs we said: not yet.\n\n${BODY}`, {}, undefined],
    ['nothing', '', {}, ''],
    [
      'wrapped lines',
      'The last ferry to Orsay Point will\nstop running in March, the harbour\nboard said on Tuesday. It gave no\nreason at all.',
      {},
      undefined,
    ],
    [
      'an indented first line',
      page(TITLE).replace('The ferry', '   The ferry'),
      { title: TITLE },
      `   ${BODY}`,
    ],
  ])('%s', (_, text, frontMatter, body) => {
    const read = readFrontMatter(text);
    expect(read.frontMatter).toEqual(frontMatter);
    expect(read.body).toBe(body ?? text);
  });
});

const line = fc.oneof(
  fc.constantFrom(
    '',
    '',
    TITLE,
    'Harbour Review',
    'By Ida Brandt',
    'March 5, 2020',
    '---',
    'title: Ferry',
    '# Ferry',
    '- item',
    'It ended.',
    '😀',
    'שלום',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

test('head and body are the text, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 15 }), (lines) => {
      const text = lines.join('\n');
      const { head, body } = readFrontMatter(text);
      expect(head + body).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test('the body has no front matter of its own once a person accepts it', () => {
  const { body } = readFrontMatter(page('Harbour Review', TITLE, 'March 5, 2020', TITLE, 'By Ida Brandt'));
  expect(readFrontMatter(body)).toEqual({ frontMatter: {}, head: '', body });
});

describe('blocks of fields', () => {
  const BODY = '\nThe bridge reopened on Monday after eleven days of repairs.\n';
  test.each([
    [
      'a folded title',
      '---\ntitle: >\n  A long title\n  over two lines\nauthors:\n  - Ann Lee\n  - Ed Pike\n---',
      { title: 'A long title over two lines', byline: 'Ann Lee, Ed Pike' },
    ],
    [
      'a title folded and stripped',
      '---\ntitle: >-\n  A long title\n  over two lines\n---',
      { title: 'A long title over two lines' },
    ],
    [
      'a literal title',
      '---\ntitle: |\n  A title\ndate: 2024-03-14\n---',
      { title: 'A title', published: '2024-03-14' },
    ],
    [
      'a title that goes on',
      '---\ntitle: A long title\n  over two lines\n---',
      { title: 'A long title over two lines' },
    ],
    [
      'authors with names',
      '---\ntitle: T\nauthors:\n  - name: Ann Lee\n    role: editor\n  - name: Ed Pike\n---',
      { title: 'T', byline: 'Ann Lee, Ed Pike' },
    ],
    [
      'quotes',
      '---\ntitle: \'It\'\'s open\'\nauthor: "Ann \\"A.\\" Lee"\n---',
      { title: "It's open", byline: 'Ann "A." Lee' },
    ],
    [
      'TOML',
      '+++\ntitle = "Bridge reopens"\ndate = 2024-03-14T10:00:00Z\nauthor = "Ann Lee"\n+++',
      { title: 'Bridge reopens', published: '2024-03-14T10:00:00Z', byline: 'Ann Lee' },
    ],
    [
      'TOML with lists and tables',
      '+++\ntitle = \'Bridge\'\nauthors = [\n  "Ann Lee",\n  "Ed Pike",\n]\ndraft = false # no\n[params]\ntitle = "other"\n+++',
      { title: 'Bridge', byline: 'Ann Lee, Ed Pike' },
    ],
    ['a long TOML text', '+++\ntitle = """\nA long\ntitle"""\n+++', { title: 'A long title' }],
  ])('%s', (_, block, fields) => {
    const { frontMatter, head, body } = readFrontMatter(`${block}${BODY}`);
    expect(frontMatter).toEqual(fields);
    expect(head + body).toBe(`${block}${BODY}`);
    expect(body.trim()).toBe(BODY.trim());
  });

  test('does not take a rule of plus signs for one', () => {
    expect(readFrontMatter(`+++\nNo field here\n${BODY}`).body).toContain('No field here');
  });
});
